# make run, make test, make build: each first looks what is missing and only then installs it.
PREFIX ?= /usr/local
DEMO ?= $(CURDIR)/demo
SWIFT ?= swift
RELEASE = .build/release/duban
# The Swift libraries go into the program: it starts faster and runs where there is no Swift. lld, since gold prints
# a warning about code in them that is never called; no-pie, since 40,000 addresses would have to be mended at each
# start (docs/decisions/start-up.md).
RELEASE_FLAGS = -c release --static-swift-stdlib -Xswiftc -use-ld=lld -Xswiftc -Xclang-linker -Xswiftc -no-pie \
  -Xlinker --build-id $(STATIC_FLAGS)
# So does the C++ library, where there is one to go in: a folder that holds nothing else stands before the system's.
STATIC = .build/static
STATIC_FLAGS = -Xlinker -L$(STATIC) -Xswiftc -Xclang-linker -Xswiftc -static-libgcc

.PHONY: run test build release lint format install bench golden keys clean prepare fuzz faults

run: build
	@if [ ! -e "$(DEMO)/store.json" ]; then $(RELEASE) demo "$(DEMO)"; fi
	@$(RELEASE) --store "$(DEMO)"

build: prepare
	@mkdir -p $(STATIC); for compiler in "$$(dirname "$$(realpath "$$(command -v $(SWIFT))")")/clang" clang cc; do \
	  library=$$("$$compiler" -print-file-name=libstdc++.a 2>/dev/null) && [ -e "$$library" ] \
	  && ln -sf "$$library" $(STATIC)/libstdc++.a && break; done; true
	@$(SWIFT) build $(RELEASE_FLAGS) --quiet

test: prepare lint
	$(SWIFT) test

lint: prepare
	@Tests/check-tree

format:
	$(SWIFT) format --in-place --recursive --configuration .swift-format Package.swift Sources Tests

# Screens and samples as the program writes them now; look at the difference before committing it.
golden: prepare
	UPDATE_GOLDEN=1 $(SWIFT) test

# Random keys at random sizes while others change the store; a failure names its seed.
SCREEN_KEYS ?= 100000
SCREEN_SEED ?= 1
keys: prepare
	SCREEN_KEYS=$(SCREEN_KEYS) SCREEN_SEED=$(SCREEN_SEED) $(SWIFT) test --filter RandomKeyTests

# The store's promise under every fault there is: on a simulated disk with power cuts, under strace, on full disks, at
# random moments, by eight writers at once, and at every system call. At most half an hour on two processors; ends with the
# figures. Of what can happen at a call FAULT_RUNS of each kind are tried, drawn by FAULT_SEED.
FAULT_SEEDS ?= 8
FAULT_WRITES ?= 500
FAULT_RUNS ?= 4000
FAULT_SEED ?= 1
DUBAN ?= $(RELEASE)
faults: build
	FAULT_SEEDS=$(FAULT_SEEDS) $(SWIFT) test --filter CampaignStoreTests.FaultTests
	DUBAN=$(DUBAN) FAULT_WRITES=$(FAULT_WRITES) $(SWIFT) test --filter ManyWritersTests
	DUBAN=$(DUBAN) Tests/faults/writes
	DUBAN=$(DUBAN) Tests/faults/sweep --runs $(FAULT_RUNS) --seed $(FAULT_SEED)

# Sizes of stores and the seed of what is in them.
BENCH_TASKS ?= 1000 10000 100000
BENCH_SEED ?= 1
bench: build
	@Benchmarks/start-up
	@Benchmarks/import
	@Benchmarks/size $(BENCH_TASKS) --seed $(BENCH_SEED)
	@Benchmarks/screen $(BENCH_TASKS) --seed $(BENCH_SEED)

install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/duban
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions
	install -d $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(RELEASE) complete --script bash >$(DESTDIR)$(PREFIX)/share/bash-completion/completions/duban
	$(RELEASE) complete --script zsh >$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_duban
	$(RELEASE) complete --script fish >$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/duban.fish

# Bytes against the readers of notices (ten minutes), of the store's files and of filters (five each); FUZZ_SECONDS sets
# another time for each. Needs clang's libFuzzer, which Swift brings along.
fuzz:
	@for target in notice json filter; do Fuzz/run $$target $(FUZZ_SECONDS) || exit 1; done

clean:
	$(SWIFT) package clean

prepare:
	@./prepare
