"""What the browser's scripts say: every sentence is a message of the catalog, and another language has its table."""

import json
import re

from scripts.site.text.script_texts import FOLDERS, script_files, script_messages, table
from scripts.site.text.texts import Texts, texts_of

SCRIPTS = {path.name: path.read_text("utf-8") for folder in FOLDERS for path in folder.glob("*.js")}
#: these read Chinese queries and say nothing
READERS = {"text.js", "words.js", "match.js", "correct.js", "answer.js", "figure.js"}
CHINESE = re.compile(r"[\u4e00-\u9fff（）“”。]")
#: a whole message: what is glued to another piece is none
CALL = re.compile(r'\b_\(("[^"\n]*")(?=[,)])')


def english(messages: dict[str, str]) -> Texts:
    catalog = {"": "Content-Type: text/plain; charset=utf-8\\n"} | messages
    lines = (f'msgid "{message}"\nmsgstr "{told}"\n' for message, told in catalog.items())
    return texts_of("en", "\n".join(lines).encode("utf-8"))


def test_a_script_says_nothing_but_messages() -> None:
    for name in set(SCRIPTS) - READERS:
        code = "\n".join(line for line in SCRIPTS[name].splitlines() if not line.lstrip().startswith("//"))
        assert not CHINESE.search(CALL.sub("_(", code)), name


def test_every_message_is_extracted() -> None:
    called = {json.loads(message) for script in SCRIPTS.values() for message in CALL.findall(script)}
    assert set(script_messages()) == called
    assert "找到 {n} 条。" in called


def test_the_table_of_another_language_holds_what_its_catalog_has() -> None:
    text = english({"已复制": "Copied", "措施": "Measures"})
    assert json.loads(table(script_messages(), text)) == {"已复制": "Copied"}
    assert script_files(text) == {"assets/texts.en.js": 'window.scriptTexts={"已复制":"Copied"};\n'.encode()}


def test_a_chinese_page_gets_nothing_more() -> None:
    assert script_files(Texts()) == {}
