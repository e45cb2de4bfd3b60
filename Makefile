# Builds, tests and shows Claimlight: `make demo`, `make test`. Each brings what it needs, or says how to get it.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.ONESHELL:
.DEFAULT_GOAL := help

# Programs of the versions we need that nothing else on the machine is to find: tests/setup puts them there.
export TOOLS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/claimlight
# wasm-opt comes with the npm package binaryen.
export PATH := $(CURDIR)/node_modules/.bin:$(TOOLS)/bin:$(HOME)/.cargo/bin:$(PATH)

# Neither the smallest code nor the fastest: beside z, half the time for a twelfth more bytes; beside 3, a seventh more time.
WASM_ENV := CARGO_PROFILE_RELEASE_OPT_LEVEL=2
# Every browser that paints highlights has these instructions; a scan takes two thirds of the time with them.
SIMD := -C target-feature=+simd128
# Of what the optimiser makes larger to be faster little is faster in a browser: with a quarter of the inlining and less unrolling
# a scan takes seven eighths of the time and the engine weighs a twentieth less.
LEAN := -C llvm-args=-inline-threshold=60 -C llvm-args=-unroll-threshold=20
# Where it was built is nobody's business, and two builders get the same bytes.
REMAP := --remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)=cargo --remap-path-prefix=$(CURDIR)=claimlight
WASM_FLAGS := CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS
RUST_SOURCES := $(shell find src -type f -not -path 'src/cli/*' -not -path 'src/train/*') Cargo.toml Cargo.lock

# The engine as plain JavaScript.
PLAIN := www/pkg-plain/pkg.js www/pkg-plain/pkg-patterns.js

# The parts of the command line that are left out by default: web archives and Parquet.
ALL := warc,parquet

.PHONY: help demo test lint test-core test-browser types test-face test-long dist dist-twice test-made test-dist frames bench bench-engine bench-page fuzz soak supply recipes scale scale-killed test-archives crate screenshots pictures clean

help: ## Lists the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-12s  %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: export PAGE := $(PAGE)
demo: node_modules www/pkg ## Builds all and serves the demo page, or PAGE=saved.html with the marks
	@node www/serve.mjs $${PAGE:+"$$PAGE"}

test: ## Runs everything: format, lints, types, tests natively and in browsers
	@$(MAKE) --no-print-directory node_modules
	# Two things are built at a time; browsers, whose tests look at the clock, have the machine to themselves.
	$(MAKE) --no-print-directory --jobs=2 lint test-core types
	$(MAKE) --no-print-directory test-browser test-face
	echo 'All is well.'

lint: node_modules
	@tests/setup toolchain
	cargo fmt --check
	cargo clippy --quiet --all-targets -- -D warnings
	cargo clippy --quiet --bin claimlight --features $(ALL) -- -D warnings
	cargo clippy --quiet --bin train --no-default-features --features train -- -D warnings
	cargo clippy --quiet --lib --no-default-features --features web,patterns --target wasm32-unknown-unknown -- -D warnings
	npm run --silent format

test-core: ## The specification, natively, with web archives; with Parquet, which takes minutes to build, in `make crate`
	@tests/setup toolchain
	cargo test --quiet --features warc

test-browser: ## The same cases as WebAssembly, in a browser
	@tests/setup toolchain wasm-bindgen chromium
	tests/in-browser

types: node_modules www/pkg www/pkg-patterns
	npm run --silent types

dist: node_modules www/pkg www/pkg-patterns $(PLAIN) ## Makes all a release needs: the package, the bookmarklet, the extension
	node www/build/dist.mjs

dist-twice: dist ## Makes it again, engines and all, in another place, and compares every byte
	rm -rf target/again
	mkdir -p target/again
	git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t target/again
	cp -a node_modules target/again
	env -u CARGO_TARGET_DIR $(MAKE) --directory target/again dist
	diff dist/SHA256SUMS target/again/dist/SHA256SUMS
	rm -r target/again

test-made: dist www/embed/examples/node_modules ## Of what was made all that needs no clicks on a browser's own window: weights, types, permissions, the plain engine, the examples
	@tests/setup chromium firefox php
	node --test --test-concurrency=1 --test-reporter=spec tests/dist/package.test.js tests/dist/loading.test.js tests/dist/weight.test.js tests/dist/engines.test.js tests/dist/examples.test.js

test-dist: dist www/embed/examples/node_modules ## What was made: installed, linted, measured, built into the examples, and each way onto a page under each policy
	@tests/setup chromium firefox webkit php
	node --test --test-concurrency=1 --test-reporter=spec tests/dist/*.test.js

test-face: node_modules www/pkg www/pkg-patterns ## The page, end to end, in Chromium, Firefox and WebKit
	@tests/setup chromium firefox webkit
	npm run --silent test

test-long: node_modules www/pkg www/pkg-patterns ## The page again, the long tests in both browsers
	@tests/setup chromium firefox webkit
	LONG=1 npm run --silent test

frames: node_modules ## Measures what a frame of the panel costs with five thousand findings; 95 in 100 are to take at most 8 ms
	@tests/setup chromium firefox
	node tests/e2e/frames.js

bench: dist tests/bench/node_modules ## Measures it beside its peers in Node, Chromium and Firefox, and writes tests/bench/README.md; half an hour
	@tests/setup toolchain chromium firefox
	cargo build --quiet --release --bin claimlight
	node tests/bench/run.mjs $(if $(ONLY),--only $(ONLY))

bench-engine: ## Times the engine on one core, over the .txt files of the folder ARTICLES and the .html files of PAGES if they are named, and counts its allocations
	@tests/setup toolchain
	cargo bench --quiet --no-default-features --bench speed -- $(ARTICLES)
	cargo bench --quiet --no-default-features --features html --bench article -- $(PAGES)

bench-page: node_modules www/pkg ## Times reading beside Readability.js, on pages made here and those of the folder PAGES if it is named, and the tasks a scan is cut into
	@tests/setup chromium
	node tests/bench/page.mjs $(if $(PAGES),'$(PAGES)')

# How long each target is fuzzed, in seconds.
FUZZ_TIME ?= 600
FUZZ_TARGETS := scan article html notation rules

fuzz: ## Fuzzes scanning, articles, pages, the notation and rules, ten minutes each or FUZZ_TIME seconds
	@tests/setup toolchain cargo-fuzz
	node tests/fuzz/seeds.mjs target/fuzz-corpus
	for target in $(FUZZ_TARGETS); do
		CARGO_TARGET_DIR=target/fuzz cargo fuzz run --fuzz-dir tests/fuzz --sanitizer none $$target target/fuzz-corpus/$$target -- \
			-max_total_time=$(FUZZ_TIME) -max_len=4096 -timeout=20 -print_final_stats=1
	done

soak: node_modules www/pkg ## Switches it on and off a thousand times on one page; memory may not grow
	@tests/setup chromium firefox
	node --test --test-reporter=spec tests/e2e/soak.js

supply: node_modules ## Licences, versions, advisories and origins of all that it is built from
	@tests/setup toolchain cargo-deny
	cargo deny --all-features --config .cargo/deny.toml check bans licenses sources
	# The advisories are fetched; where there is no network to them, that is said and no failure.
	cargo deny --all-features --config .cargo/deny.toml check advisories || echo 'advisories: not asked, or not passed; see above'
	npm audit --omit=dev || echo 'npm: the advisories could not be asked, or see above'

recipes: ## The recipes for Spark and DuckDB, from a fresh Python environment, and measured if ARTICLES says with how many; needs Java 17
	@tests/setup toolchain
	cargo build --quiet --release --features $(ALL) --bin claimlight --example archive
	rm -rf target/recipes
	python3 -m venv target/recipes
	target/recipes/bin/pip install --quiet --disable-pip-version-check --requirement recipes/requirements.txt
	target/recipes/bin/python recipes/test/questions.py target/release/claimlight
	target/recipes/bin/python recipes/test/spark.py target/release/claimlight target/release/examples/archive
	$(if $(ARTICLES),target/recipes/bin/python recipes/test/measure.py target/release/claimlight target/release/examples/archive $(ARTICLES))

# How many generated articles go through the command line.
MANY := 1000000

scale: ## A million generated articles, or MANY, through a pipe: how fast, in how much memory; ten minutes of all cores, with nothing else running
	@tests/setup toolchain
	cargo build --quiet --release --features $(ALL) --bin claimlight --example archive
	python3 tests/scale.py target/release/claimlight target/release/examples/archive $(MANY) $(JOBS)

scale-killed: ## As many articles from a file, killed ten times and resumed: the output is that of an undisturbed run; half an hour, 20 GB of disk
	@tests/setup toolchain
	cargo build --quiet --release --features $(ALL) --bin claimlight --example archive
	python3 tests/killed.py target/release/claimlight target/release/examples/archive $(MANY)

test-archives: recipes scale-killed crate ## What CI does not run of archives and the crate: the recipes, a run killed ten times, all that others see of the crate; an hour

# With which revision the crate's interface is compared. Nothing is published yet; from this one on what others use is held. A change that
# breaks it raises the version and moves this on; once a version is published, it is that one's.
SINCE := 28060fc

crate: ## What others see of the crate: its documentation, its examples, its least version of Rust, what is published, what breaks since SINCE
	@tests/setup toolchain cargo-semver-checks
	RUSTDOCFLAGS='-D warnings' cargo doc --quiet --no-deps --lib --features web
	cargo test --quiet --doc
	echo 'The bridge may close in June, the mayor said.' > target/bridge.txt
	cargo run --quiet --example sources -- target/bridge.txt | grep -q 'the mayor (role)'
	cargo run --quiet --example archive -- 3 7 | cargo run --quiet --bin claimlight -- scan --from jsonl --format jsonl | grep -c '"attributions":\[{' | grep -qx 3
	cargo check --quiet --lib --no-default-features
	cargo clippy --quiet --all-targets --features $(ALL) -- -D warnings
	cargo test --quiet --features $(ALL)
	cargo publish --dry-run --allow-dirty 2> target/publish.txt || { cat target/publish.txt; exit 1; }
	# The tests read the repository and are not published, and nothing is uploaded: no other warning is allowed.
	if grep '^warning:' target/publish.txt | grep -vE '^warning: (ignoring (test|benchmark) `|aborting upload due to dry run)'; then exit 1; fi
	tests/least-rust
	cargo semver-checks --baseline-rev $(SINCE) --only-explicit-features --features html,json,notation,patterns

screenshots: node_modules www/pkg ## Takes the documentation's pictures again
	@tests/setup chromium
	npm run --silent screenshots

pictures: node_modules www/pkg ## Compares the documentation's pictures with what is drawn now
	@tests/setup chromium
	PICTURES=1 BROWSER=chromium node --test --test-reporter=spec tests/e2e/pictures.test.js

node_modules: package.json package-lock.json
	@tests/setup node
	@echo 'Installing what building and testing need from npm: 400 MB' >&2
	npm ci --ignore-scripts --no-fund --no-audit --loglevel=error
	touch $@

# What the examples of embedding are built with.
www/embed/examples/node_modules: www/embed/examples/package.json www/embed/examples/package-lock.json
	@tests/setup node
	cd $(@D) && npm ci --ignore-scripts --no-fund --no-audit --loglevel=error
	touch node_modules

tests/bench/node_modules: tests/bench/package.json tests/bench/package-lock.json
	@tests/setup node
	npm ci --prefix tests/bench --ignore-scripts --no-fund --no-audit --loglevel=error
	touch $@

# What rustc emits and wasm-opt must allow; twice small, for what the first round leaves can be made smaller still; and what is large is
# no part of what calls it once: a browser compiles a function whole when it is first called, and a page is not to wait for all at once.
SMALL := -Oz -Oz -ocimfs 100 $(addprefix --enable-,bulk-memory mutable-globals multivalue nontrapping-float-to-int reference-types sign-ext simd)
RUST_WASM = cargo build --quiet --release --lib --target wasm32-unknown-unknown --target-dir $(BUILT) --no-default-features --features $(FEATURES)
# Each engine is built in a place of its own, so that two can be built at a time; what cargo makes there.
BUILT = target/$(subst /,-,$(@:www/%=%))
MODULE = $(BUILT)/wasm32-unknown-unknown/release/claimlight.wasm

# The engine for the browser, and the same with a reader's own patterns.
www/pkg: FEATURES := web
www/pkg-patterns: FEATURES := web,patterns
www/pkg www/pkg-patterns: $(RUST_SOURCES) node_modules
	@tests/setup toolchain wasm-bindgen
	@echo 'Compiling the engine into $@: a minute or two' >&2
	$(WASM_ENV) $(WASM_FLAGS)='$(SIMD) $(LEAN) $(REMAP)' $(RUST_WASM)
	rm -rf $(BUILT)/made
	wasm-bindgen --target web --out-dir $(BUILT)/made $(MODULE)
	wasm-opt $(SMALL) $(BUILT)/made/claimlight_bg.wasm -o $(BUILT)/made/claimlight_bg.wasm
	# Only what was built whole is there.
	rm -rf $@
	mv $(BUILT)/made $@
	touch $@

# The same Rust as plain JavaScript, for pages whose policy refuses WebAssembly.
www/pkg-plain/pkg.js: FEATURES := web
www/pkg-plain/pkg-patterns.js: FEATURES := web,patterns
$(PLAIN): www/pkg-plain/%.js: www/% www/build/engine.mjs
	$(WASM_ENV) $(WASM_FLAGS)='$(LEAN) $(REMAP)' $(RUST_WASM)
	node www/build/engine.mjs $(MODULE) $@

clean: ## Removes what was built
	rm -rf target node_modules dist www/pkg www/pkg-patterns www/pkg-plain www/embed/examples/node_modules tests/bench/node_modules
