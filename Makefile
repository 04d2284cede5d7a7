# Every command of the project: what a workflow runs, a person can run. Needs GNU make, a POSIX shell
# and Python >= 3.11; everything else is installed into .venv from the hash-locked requirements files.

.SUFFIXES:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules
SHELL := /bin/sh

PORT ?= 8000
SITE_URL ?=
REPO_URL ?=
BASE ?=
TAG ?=
export SITE_URL REPO_URL BASE TAG

# The same input gives the same bytes whatever the machine's language, time zone and hash seed are.
export LC_ALL := C.UTF-8
export TZ := UTC
export PYTHONHASHSEED := 0
export PYTHONUTF8 := 1
# Compiled modules are kept even where a machine's settings say otherwise: without them each step starts anew.
export PYTHONDONTWRITEBYTECODE :=
# Material prints a notice about its own future on every run; docs/ says how a switch would go.
export NO_MKDOCS_2_WARNING := true

PY := .venv/bin/python
UV_INSTALL := $(PY) -m uv pip install --quiet --python $(PY) --require-hashes --compile-bytecode
# `uv pip compile` writes neither hosts nor paths with these; tests/toolchain holds it to that.
UV_LOCK := $(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header $(if $(UPGRADE),--upgrade)
FORMAT_FLAG = $(if $(FORMAT),--format $(FORMAT))
# MkDocs knows no other form for its warnings than its own.
ANNOTATED = sed -n -e "s/^WARNING -  Doc file '\([^']*\)'/::error file=docs\/\1,title=mkdocs::\1/p" \
	-e "s/^WARNING -  \(A reference to .*\)/::error file=mkdocs.yml,title=mkdocs::\1/p" \
	-e 's/^  - \(.*\.md\)$$/::error file=docs\/\1,title=mkdocs::\1/p' build/mkdocs.log;
# Comes before a command: the date of a build is the date of the data's version.
DATED = version=$$($(PY) -m scripts.dated datapackage/datapackage.json) && env $$version

BOOTSTRAP := .venv/.bootstrap.stamp
RUNTIME := .venv/.runtime.stamp
DEV := .venv/.dev.stamp
BENCH_VENV := build/bench-venv
BENCH := $(BENCH_VENV)/.stamp
UV_BENCH := $(PY) -m uv pip install --quiet --python $(BENCH_VENV)/bin/python --require-hashes --compile-bytecode

# What each step reads. tests/toolchain/test_steps.py compares this with what the modules import.
files = $(sort $(shell find $(1) -name __pycache__ -prune -o -type f ! -name '.*' ! -name '*~' -print 2>/dev/null))
SCRIPTS := $(call files,scripts)
TOOLS := scripts/serve.py scripts/browser.py scripts/publish/%
SHARED := $(filter-out scripts/extract/% scripts/checks/% scripts/site/% scripts/postbuild/% $(TOOLS),$(SCRIPTS))
THEME := $(filter scripts/site/theme/%,$(SCRIPTS))
PACKAGE_FROM := $(SHARED) $(filter scripts/extract/% scripts/checks/%,$(SCRIPTS)) $(call files,datapackage/raw datapackage/etc)
PAGES_FROM := $(SHARED) $(filter-out $(THEME),$(filter scripts/site/%,$(SCRIPTS))) $(call files,docs)
SITE_FROM := $(SHARED) $(THEME) $(filter scripts/postbuild/%,$(SCRIPTS)) mkdocs.yml
INPUTS := build/package.inputs build/pages.inputs build/site.inputs

.PHONY: FORCE help site serve test test-all bench lint types package check pages format lock clean env dev browser \
	committed diff-summary figures links compare-published release release-download release-upload

help:
	@echo '常用命令：'
	@echo '  make site      建立环境、数据包、页面，站点生成在 site/'
	@echo '  make serve     同上，并在本机打开（PORT=8000）'
	@echo '  make test      决定一处修改能否合入的全部检查'
	@echo '  make test-all  再加上较慢的全部测试'
	@echo '  make bench     性能数据（BENCH_FLAGS="--sizes 50 --parts stages"：五十倍的方案）'
	@echo '  make package   raw/ 与 etc/ → data/        make check   只检查磁盘上的数据包'
	@echo '  make pages     数据包 → build/docs/        make format  整理代码格式'
	@echo '  make lint      代码与工作流检查            make types   类型检查'
	@echo '  make lock      重新锁定依赖（UPGRADE=1 为升级）       make dev   只安装依赖和测试依赖'
	@echo '  make diff-summary BASE=HEAD            与某次提交相比，数据改了什么'
	@echo '  make figures   构建一次的开销          make links   哪些外部链接已失效'
	@echo '  make release TAG=v版本号               在 build/release/ 备好发布的文件'
	@echo '  make compare-published SITE_URL=网址   已发布的数据是不是本次构建的'
	@echo '  make clean     删除 build/、site/ 与各种缓存（保留 .venv）'
	@echo '设置（环境变量，可不设）：SITE_URL 站点网址，REPO_URL 代码库网址'

# --- environment ---------------------------------------------------------------------------------

env: $(RUNTIME)
dev: $(DEV)

$(BOOTSTRAP): requirements-bootstrap.txt
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

$(RUNTIME): requirements.txt $(BOOTSTRAP)
	@echo '安装依赖 ……'
	@$(UV_INSTALL) --no-build -r $<
	@touch $@

# Two old packages of the second Data Package reader come as source only: they are built with the
# setuptools that requirements-bootstrap.txt locks, so nothing unlocked is fetched.
$(DEV): requirements-dev.txt $(RUNTIME)
	@echo '安装测试依赖 ……'
	@$(UV_INSTALL) --no-build-isolation -r $<
	@touch $@

# What a user would pick instead, in an environment of its own: for comparison only, nothing is built by it.
$(BENCH): requirements-bench.txt $(BOOTSTRAP)
	@echo '安装对照的工具 ……'
	@$(PY) -m uv venv --quiet --clear $(BENCH_VENV)
	@$(UV_BENCH) -r requirements-bootstrap.txt
	@$(UV_BENCH) --no-build-isolation -r $<
	@touch $@

# --- data package, pages, site -------------------------------------------------------------------

# Rewritten only when the content changes: a file added or removed, or another setting.
$(INPUTS): FORCE
	@mkdir -p build 2>/dev/null && [ -w build ] || { echo '错误：不能写入 build/，请核对这个文件夹的权限。' >&2; exit 1; }
	@printf '%s\n' $(CONTENT) > $@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi
build/package.inputs: CONTENT = $(PACKAGE_FROM)
build/pages.inputs: CONTENT = "SITE_URL=$$SITE_URL" "REPO_URL=$$REPO_URL" $(PAGES_FROM)
build/site.inputs: CONTENT = "SITE_URL=$$SITE_URL" "REPO_URL=$$REPO_URL" $(SITE_FROM)

# Its own output is among what it depends on, so that data edited or removed by hand are made again.
build/package.stamp: build/package.inputs $(PACKAGE_FROM) $(RUNTIME) \
		$(wildcard datapackage datapackage/data datapackage/datapackage.json datapackage/data/*.csv)
	@rm -f $@
	@echo '数据包 ……'
	@$(PY) -m scripts package $(FORMAT_FLAG)
	@touch $@

# The descriptor holds the hash of every resource: while it stays the same, so does the package.
build/descriptor.json: build/package.stamp
	@if ! cmp -s datapackage/datapackage.json $@; then cp datapackage/datapackage.json $@; fi

build/pages.stamp: build/descriptor.json build/pages.inputs $(PAGES_FROM) $(RUNTIME) \
		$(if $(wildcard build/docs/index.md),,FORCE)
	@rm -f $@ && touch $@.new
	@echo '页面 ……'
	@$(DATED) $(PY) -m scripts pages $(FORMAT_FLAG)
	@mv $@.new $@

# Built beside and then moved into place: a build killed half-way leaves the old site or none, and no
# stamp. `--quiet` would hide warnings from `--strict` too, so the log is kept and shown on failure.
build/site.stamp: build/pages.stamp build/site.inputs $(SITE_FROM) $(RUNTIME) $(if $(wildcard site/index.html),,FORCE)
	@{ [ -w . ] && { [ ! -e site ] || [ -w site ]; }; } || { echo '错误：不能改动 site/，请核对它和这个文件夹的权限。' >&2; exit 1; }
	@rm -rf $@ build/site.new build/site.old && touch $@.new
	@echo '站点 ……'
	@$(DATED) $(PY) -m mkdocs build --strict --site-dir build/site.new > build/mkdocs.log 2>&1 \
		|| { cat build/mkdocs.log >&2; $(if $(filter github,$(FORMAT)),$(ANNOTATED)) exit 1; }
	@$(DATED) $(PY) -m scripts postbuild build/site.new $(FORMAT_FLAG)
	@if [ -e site ]; then mv site build/site.old; fi
	@mv build/site.new site
	@chmod -R u+w build/site.old 2>/dev/null; rm -rf build/site.old
	@mv $@.new $@

package: build/package.stamp
	@echo '数据包：datapackage/datapackage.json'

pages: build/pages.stamp
	@echo '页面：build/docs/'

site: build/site.stamp
	@echo '站点已生成：site/index.html（用 make serve 打开）'

check: $(RUNTIME)
	@$(PY) -m scripts check $(FORMAT_FLAG)

serve: site
	@$(PY) -m scripts.serve site --port $(PORT)

# --- what decides whether a change may land ------------------------------------------------------

# A free worker takes half of what another has left: no file of long tests holds up the end.
PYTEST := $(PY) -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

test: committed lint types browser
	@$(PYTEST) -m 'not slow'

test-all: committed lint types browser $(BENCH)
	@HYPOTHESIS_PROFILE=thorough $(PYTEST)

bench: site browser $(BENCH)
	@$(PY) -m tests.bench $(BENCH_FLAGS)

# In CI the committed data must be what raw/ and etc/ give; at a desk they are allowed to be on the way.
committed: site
	@if [ -n "$$CI" ] && [ -n "$$(git status --porcelain -- datapackage)" ]; then \
		git --no-pager diff --stat -- datapackage; git status --short -- datapackage; \
		echo '错误：提交的 datapackage/ 不是 raw/ 与 etc/ 生成的结果；运行 make package 并提交。' >&2; exit 1; \
	fi

lint: $(DEV)
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@.venv/bin/zizmor --quiet --no-progress --offline --persona pedantic .github
	@$(PY) -m check_jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@$(PY) -m check_jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml
	@$(PY) -m check_jsonschema --quiet --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	@$(PY) -m check_jsonschema --quiet --builtin-schema vendor.github-issue-forms \
		$(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))

types: $(DEV)
	@$(PY) -m mypy

browser: $(DEV)
	@$(PY) -m scripts.browser --install

format: $(DEV)
	@$(PY) -m ruff check --fix
	@$(PY) -m ruff format

lock: $(BOOTSTRAP)
	@$(UV_LOCK) requirements-bootstrap.in -o requirements-bootstrap.txt
	@$(UV_LOCK) requirements.in -o requirements.txt
	@$(UV_LOCK) requirements-dev.in --constraints requirements.txt -o requirements-dev.txt
	@$(UV_LOCK) requirements-bench.in --constraints requirements.txt -o requirements-bench.txt

clean:
	@rm -rf build site .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find scripts tests -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# --- publishing ----------------------------------------------------------------------------------

# What a change does to the data, by key, against the commit BASE: to the job's summary or the screen.
diff-summary: $(RUNTIME)
	@git cat-file -e "$$BASE^{commit}" || { echo '用法：make diff-summary BASE=提交' >&2; exit 2; }
	@rm -rf build/base && mkdir -p build/base
	@summary=$${GITHUB_STEP_SUMMARY:-/dev/stdout}; \
	if git cat-file -e "$$BASE:datapackage/datapackage.json" 2>/dev/null; then \
		git archive "$$BASE" datapackage | tar -x -C build/base -f - && \
		$(PY) -m scripts diff build/base/datapackage datapackage >> "$$summary"; \
	else \
		echo '对照的提交里还没有数据包。' >> "$$summary"; \
	fi

# The table of `make bench`, measured once: to the job's summary or the screen.
figures: site $(DEV)
	@$(PY) -m tests.bench --runs 1 --sizes 1 --parts stages unchanged >> "$${GITHUB_STEP_SUMMARY:-/dev/stdout}"

# Links to other hosts: reported, never blocking, since they die without anything here changing.
links: site
	@$(PY) -m scripts.publish links site >> "$${GITHUB_STEP_SUMMARY:-/dev/stdout}"

# Are the published data files what this commit builds? Needs SITE_URL.
compare-published: site
	@test -n "$$SITE_URL" || { echo '用法：make compare-published SITE_URL=已发布站点的网址' >&2; exit 2; }
	@$(PY) -m scripts.publish compare site "$$SITE_URL"

release: site
	@test -n "$${TAG:-$$GITHUB_REF_NAME}" || { echo '用法：make release TAG=v版本号' >&2; exit 2; }
	@$(DATED) $(PY) -m scripts.publish bundle site build/release --tag "$${TAG:-$$GITHUB_REF_NAME}"

release-download:
	@gh run download "$$GITHUB_RUN_ID" --name release --dir build/release

release-upload:
	@gh release create "$$GITHUB_REF_NAME" --verify-tag --title "$$GITHUB_REF_NAME" \
		--notes-file build/release/notes.md build/release/assets/*
