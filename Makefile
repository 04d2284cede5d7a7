# Every command of the project: what a workflow runs, a person can run. Needs GNU make, a POSIX shell
# and Python >= 3.11; everything else is installed into .venv from the hash-locked requirements files.

help:
	@echo '命令：'
	@awk -F ':.*## ' '/^[a-z.-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' Makefile
	@echo '设置（环境变量，可不设）：SITE_URL 站点网址，REPO_URL 代码库网址'

MAKEFLAGS += --no-builtin-rules
# The same input gives the same bytes whatever the machine's language, time zone and hash seed are.
export LC_ALL := C.UTF-8
export TZ := UTC
export PYTHONHASHSEED := 0
export PYTHONUTF8 := 1
# Compiled modules are kept even where a machine's settings say otherwise: without them each step starts anew.
export PYTHONDONTWRITEBYTECODE :=
# Material prints a notice about its own future on every run; docs/ says how a switch would go.
export NO_MKDOCS_2_WARNING := true

PORT ?= 8000
PY := .venv/bin/python
# A package without a wheel for this machine is built with the locked setuptools: nothing unlocked is fetched.
INSTALL := $(PY) -m uv pip install --quiet --python $(PY) --require-hashes --compile-bytecode --no-build-isolation
# Writes neither hosts nor paths; tests/toolchain holds it to that.
LOCK := $(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header $(if $(UPGRADE),--upgrade)
FORMAT_FLAG = $(if $(FORMAT),--format $(FORMAT))
# Comes before a command: the date of a build is the date of the data's version.
BUILD_ENVIRONMENT = version=$$($(PY) -m scripts.build_environment datapackage/datapackage.json) && env $$version
SUMMARY = "$${GITHUB_STEP_SUMMARY:-/dev/stdout}"
writable = for each in $(1); do if [ -e $$each ] && [ ! -w $$each ]; then \
	echo "错误：不能改动 $$each/，请核对它的权限。" >&2; exit 1; fi; done

.PHONY: beforehand catalog help site built rebuilt site.zip serve test test-all readers bench package pages check committed \
	lint types format lock dev env browser clean diff-summary figures links compare-published fingerprint same-site \
	on-main release release-upload

# --- data package, pages, site -------------------------------------------------------------------

# What the site is made from, and the data, so that what was edited or removed there is made again: one line a
# file, by its content, since a clock can be wrong and a file can be older than what it replaces.
INPUTS = { printf '%s\n' "SITE_URL=$$SITE_URL" "REPO_URL=$$REPO_URL"; \
	find scripts docs datapackage/raw datapackage/etc mkdocs.yml requirements.txt \
		$(wildcard CHANGELOG.md CHANGELOG.en.md CITATION.cff LICENSE LICENSE-data.md) \
		-name __pycache__ -prune -o -type f ! -name '.*' ! -name '*~' -exec cksum {} + 2>/dev/null | sort; }
DATA = find datapackage/data datapackage/datapackage.json -type f -exec cksum {} + 2>/dev/null | sort

site: .venv/runtime  ## 建立环境、数据包、页面，站点生成在 site/
	@$(call writable,. build site) && mkdir -p build
	@$(PY) -m scripts.alone build/lock $(MAKE) --no-print-directory built
	@echo '站点已生成：site/index.html（用 make serve 打开）'

serve: site  ## 同上，并在本机打开（PORT=8000）
	@$(PY) -m scripts.serve site --port $(PORT)

site.zip: site  ## 可以从磁盘打开的站点，写进 build/site.zip
	@$(BUILD_ENVIRONMENT) $(PY) -m scripts.publish zip site build/site.zip

package: .venv/runtime  ## raw/ 与 etc/ → data/
	@echo '数据包 ……'
	@$(PY) -m scripts package $(FORMAT_FLAG)

check: .venv/runtime  ## 只检查磁盘上的数据包
	@$(PY) -m scripts check $(FORMAT_FLAG)

pages: package  ## 数据包 → build/docs/
	@echo '页面 ……'
	@$(BUILD_ENVIRONMENT) $(PY) -m scripts pages $(FORMAT_FLAG)

# The stamp is what the site was made from: the inputs as they were when the build began, so that a file saved
# meanwhile counts as changed, and the data, which the build itself wrote, as they are after it.
built:
	@$(INPUTS) > build/inputs
	@if ! { [ -e site/index.html ] && { cat build/inputs; $(DATA); } | cmp -s - build/site.stamp; }; then \
		$(MAKE) --no-print-directory rebuilt; fi

# The site is built beside and then moved into place: a build killed half-way leaves the old site or none, and no
# stamp. `--quiet` would hide warnings from `--strict` too.
rebuilt:
	@rm -rf build/site.stamp build/site.new build/site.old
	@$(MAKE) --no-print-directory pages
	@echo '站点 ……'
	@$(BUILD_ENVIRONMENT) $(PY) -m mkdocs build --strict --site-dir build/site.new > build/mkdocs.log 2>&1 \
		|| { sed '$(if $(filter github,$(FORMAT)),s/^WARNING *- */::error title=mkdocs::/)' build/mkdocs.log >&2; exit 1; }
	@$(BUILD_ENVIRONMENT) $(PY) -m scripts postbuild build/site.new $(FORMAT_FLAG)
	@if [ -e site ]; then mv site build/site.old; fi
	@mv build/site.new site
	@chmod -R u+w build/site.old 2>/dev/null; rm -rf build/site.old
	@{ cat build/inputs; $(DATA); } > build/site.stamp.new && mv build/site.stamp.new build/site.stamp

# --- what decides whether a change may land ------------------------------------------------------

# One worker more than processors, for some wait for the browser; a free one takes half of what another has left.
PYTEST := $(PY) -m pytest --numprocesses $$(($$(getconf _NPROCESSORS_ONLN) + 1)) --maxprocesses 4 --dist worksteal

test: beforehand  ## 决定一处修改能否合入的全部检查
	@$(PYTEST) -m 'not slow'

test-all: beforehand  ## 再加上较慢的全部测试
	@HYPOTHESIS_PROFILE=thorough $(PYTEST)
	@$(PY) -m tests.mutation

# What needs no test to run, two at a time: the site is built by one processor, the types are checked by another.
beforehand: .venv/dev
	@$(MAKE) --no-print-directory --jobs=2 committed lint types browser

# In CI the committed data must be what raw/ and etc/ give; at a desk they are allowed to be on the way.
committed: site
	@[ -z "$$CI" ] || { changed=$$(git status --porcelain -- datapackage) && [ -z "$$changed" ]; } || { \
		git --no-pager diff --stat -- datapackage; echo "$$changed"; \
		echo '错误：提交的 datapackage/ 不是 raw/ 与 etc/ 生成的结果；运行 make package 并提交。' >&2; exit 1; }

lint: .venv/dev  ## 代码与工作流检查
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@.venv/bin/zizmor --quiet --no-progress --offline --persona pedantic .github
	@schema='$(PY) -m check_jsonschema --quiet --builtin-schema vendor'; \
	$$schema.github-workflows .github/workflows/*.yml && $$schema.dependabot .github/dependabot.yml && \
	$$schema.github-issue-config .github/ISSUE_TEMPLATE/config.yml && \
	$$schema.github-issue-forms $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))

# verify.pyz runs with an older Python than the rest.
types: .venv/dev  ## 类型检查
	@$(PY) -m mypy
	@$(PY) -m mypy --python-version 3.10 --cache-dir .mypy_cache/verify scripts/offline

format: .venv/dev  ## 整理代码格式
	@$(PY) -m ruff check --fix
	@$(PY) -m ruff format

catalog: .venv/runtime  ## 程序说的每句话 → 英文目录 en.po，缺英文的列出来
	@$(PY) -m scripts.site.text

bench: site browser  ## 性能数据（BENCH_FLAGS="--sizes 50"：五十倍的方案）
	@$(PY) -m tests.bench $(BENCH_FLAGS)

pictures: site browser  ## 重画图标、分享用的图和 README 里的图
	@$(PY) -m scripts.pictures site

figures: site .venv/dev  ## 构建一次的开销，写进工作流的摘要或屏幕
	@$(PY) -m tests.bench --runs 1 --sizes 1 --parts stages weights >> $(SUMMARY)

# --- publishing ----------------------------------------------------------------------------------

diff-summary: .venv/runtime  ## 与某次提交相比，数据改了什么（BASE=HEAD）
	@git cat-file -e "$$BASE:datapackage/datapackage.json" || { echo '用法：make diff-summary BASE=提交' >&2; exit 2; }
	@rm -rf build/base && mkdir -p build/base && git archive "$$BASE" datapackage | tar -x -C build/base -f -
	@$(PY) -m scripts diff build/base/datapackage datapackage >> $(SUMMARY)

# Reported, never blocking, since links to other hosts die without anything here changing.
links: site  ## 哪些外部链接已失效
	@$(PY) -m scripts.publish links site >> $(SUMMARY)

compare-published: site  ## 已发布的数据是不是本次构建的（SITE_URL=网址）
	@test -n "$$SITE_URL" || { echo '用法：make compare-published SITE_URL=已发布站点的网址' >&2; exit 2; }
	@$(PY) -m scripts.publish compare site "$$SITE_URL"

# One line for all names and bytes of the site: what is deployed comes from another machine than what is tested.
SUM = cd site && find . -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d ' ' -f 1

fingerprint: site  ## 站点全部文件合成的一个校验和
	@echo "fingerprint=$$($(SUM))" >> "$${GITHUB_OUTPUT:-/dev/stdout}"

same-site: site  ## 这里生成的站点是不是那一个（FINGERPRINT=校验和）
	@[ "$$($(SUM))" = "$$FINGERPRINT" ] || { echo '错误：这里生成的站点与要发布的不是逐字节相同。' >&2; exit 1; }

release: site  ## 在 build/release/ 备好发布的文件（TAG=v版本号）
	@test -n "$${TAG:-$$GITHUB_REF_NAME}" || { echo '用法：make release TAG=v版本号' >&2; exit 2; }
	@$(BUILD_ENVIRONMENT) $(PY) -m scripts.publish bundle site build/release --tag "$${TAG:-$$GITHUB_REF_NAME}"

# A tag can point anywhere; only what went through main is released.
on-main:
	@git merge-base --is-ancestor HEAD origin/main || { echo '错误：标签指向的提交不在 main 上。' >&2; exit 1; }

release-upload:
	@gh release create "$$GITHUB_REF_NAME" --verify-tag --title "$$GITHUB_REF_NAME" \
		--notes-file build/release/notes.md build/release/assets/*

# --- environment ---------------------------------------------------------------------------------

env: .venv/runtime
dev: .venv/dev  ## 安装依赖和测试依赖（make env：只安装依赖）

.venv/bootstrap: requirements-bootstrap.txt
	@for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
		echo '建立环境 .venv ……'; \
		"$$python" -m venv .venv && break; \
	done; \
	if ! $(PY) -m pip --version >/dev/null 2>&1; then \
		echo '错误：需要 Python 3.11 或更高版本，并带有 venv 模块（Debian、Ubuntu：apt-get install python3 python3-venv）。' >&2; \
		echo '装好之后再运行一次；Python 不在 PATH 上时，用 PYTHON=/路径/python3 指明。' >&2; \
		exit 1; \
	fi
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/runtime: requirements.txt .venv/bootstrap
	@echo '安装依赖 ……'
	@$(INSTALL) -r $<
	@touch $@

.venv/dev: requirements-dev.txt .venv/runtime
	@echo '安装测试依赖 ……'
	@$(INSTALL) -r $<
	@touch $@

browser: .venv/dev  ## 找到浏览器测试要用的浏览器，没有就安装
	@$(PY) -m scripts.browser --install

# Apart from the project's own: what these programs need must not decide what the project gets.
build/readers/installed: requirements-readers.txt .venv/bootstrap
	@echo '安装别的读取工具 ……'
	@rm -rf build/readers && $(PY) -m venv build/readers
	@$(PY) -m uv pip install --quiet --python build/readers/bin/python --require-hashes -r $<
	@touch $@

readers: site .venv/dev build/readers/installed  ## 别的工具打不打得开生成的文件，印出它们的版本
	@$(PY) -m pytest tests/readers --capture no

lock: .venv/bootstrap  ## 重新锁定依赖（UPGRADE=1 为升级）
	@$(LOCK) requirements-bootstrap.in -o requirements-bootstrap.txt
	@$(LOCK) requirements.in -o requirements.txt
	@$(LOCK) requirements-dev.in --constraints requirements.txt -o requirements-dev.txt
	@$(LOCK) requirements-readers.in -o requirements-readers.txt

clean:  ## 删除 build/、site/ 与各种缓存（保留 .venv）
	@rm -rf build site .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find scripts tests -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
