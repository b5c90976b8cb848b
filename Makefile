# Cohobate. The two commands to know: `make run` and `make test`.

# The Debian packages that the build, the program and its tests need.
PACKAGES := xtb mopac libxtb-dev libopenblas-dev libsqlite3-dev librdkit-dev rdkit-data \
  libboost-dev libboost-serialization-dev libboost-iostreams-dev libnlopt-dev libjemalloc-dev zlib1g-dev \
  libstdc++-12-dev libc6-dev git ca-certificates python3 python3-venv

# A browser, for the tests of the dashboard and for its pictures.
BROWSER := chromium chromium-driver

# What draws in pixels, which only `cohobate export --format png` uses.
DRAWING := librsvg2-bin

# A queue, for the tests of campaigns on a cluster.
QUEUE := slurmctld slurmd slurm-client

PROGRAM := .build/release/cohobate
# A virtual environment with the QCEngine that the end-to-end tests and Campaigns/qcengine.yaml talk to.
QCENGINE := .build/qcengine
QUICKSTART := Campaigns/quickstart.yaml

# The documentation of the modules, made from their doc comments and landing pages (Sources/MODULE/MODULE.docc).
PAGES := .build/documentation

# What these need in addition is installed by their prerequisite setup.
test pictures: PACKAGES += $(BROWSER)
test: PACKAGES += $(DRAWING) $(QUEUE)

# What makes installations, packages and bundles of the built programs.
ASSEMBLE := Sources/cohobate-launcher/assemble.py
install package bundle test: PACKAGES += patchelf binutils

# Where 'make install' installs, and where packages and bundles are written.
PREFIX := /usr/local
PACKED := .build/packed

.PHONY: help run test build setup install package bundle qcengine corpus library fuzz crash documentation pictures format lint clean

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## Build, then run the quickstart campaign to its end
	$(PROGRAM) run $(QUICKSTART)

test: setup qcengine ## Run every test, optimised; those that wait for programs by themselves, since they occupy every thread
	swift test --configuration release --skip EndToEndTests --skip CalculationTests
	swift test --configuration release --filter CalculationTests
	swift test --configuration release --filter EndToEndTests

build: setup ## Build the program as $(PROGRAM)
	swift build --configuration release --product cohobate

setup: ## Install the Debian packages that are missing
	@missing=; \
	for package in $(PACKAGES); do \
	  dpkg-query --show --showformat='$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' \
	    || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then become=; else become=sudo; fi; \
	  echo "Installing$$missing"; \
	  $$become apt-get update --quiet --quiet \
	    && $$become env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends $$missing; \
	fi

install: build ## Install for all users of this machine in PREFIX (/usr/local unless stated)
	$(ASSEMBLE) install $(PREFIX)

package: build ## Write a Debian package in $(PACKED)
	$(ASSEMBLE) package $(PACKED)

bundle: build ## Write an archive in $(PACKED) that starts on any Linux
	swift build --configuration release --product cohobate-launcher
	$(ASSEMBLE) bundle $(PACKED)

qcengine: $(QCENGINE)/bin/qcengine ## Install QCEngine from PyPI in $(QCENGINE)

$(QCENGINE)/bin/qcengine: | setup
	/usr/bin/python3 -m venv $(QCENGINE)
	$(QCENGINE)/bin/pip install --quiet --disable-pip-version-check qcengine==0.52.0 qcelemental==0.51.4

corpus: setup ## Write the built-in corpus again
	swift run --configuration release BuildCorpus Sources/CCorpus/corpus.smi

library: setup ## Train the built-in library again on its labels
	swift run --configuration release BuildLibrary Sources/CLibrary

fuzz: setup ## Give every reader of files 10,000 mutants of what it reads
	swift run --configuration release cohobate-fuzz --mutants 10000

crash: build ## Kill 150 campaigns in every way, resume them, and compare their records
	/usr/bin/python3 Benchmarks/crash_campaign.py --program $(PROGRAM) --campaigns 150

# DocC as it comes with Swift, on the modules that were built: no package, and nothing more to compile. A comment
# describes the parameters whose names do not say everything, so that DocC need not ask for the others.
documentation: build ## Build the modules' documentation in $(PAGES); a warning is an error
	swift build --configuration release --target CohobateTesting
	rm -rf $(PAGES)
	@maps=$$(ls .build/release/C*.build/module.modulemap Sources/*/module.modulemap \
	    .build/checkouts/*/Sources/*/module.modulemap .build/checkouts/*/Sources/*/include/module.modulemap \
	    | sed 's/^/-Xcc -fmodule-map-file=/'); \
	for catalog in Sources/*/*.docc; do \
	  module=$$(basename $$catalog .docc); graphs=$(PAGES)/graphs/$$module; \
	  mkdir -p $$graphs \
	    && swift symbolgraph-extract -module-name $$module -I .build/release/Modules $$maps -output-dir $$graphs \
	      -minimum-access-level package -skip-synthesized-members \
	    && docc convert $$catalog --additional-symbol-graph-dir $$graphs --output-path $(PAGES)/$$module.doccarchive \
	      --disable-parameters-and-returns-validation --warnings-as-errors \
	    && echo "$(PAGES)/$$module.doccarchive" || exit 1; \
	done
	docc merge $(PAGES)/*.doccarchive --output-path $(PAGES)/Cohobate.doccarchive --synthesized-landing-page-name Cohobate

pictures: run ## Make the pictures of the dashboard guide from the quickstart campaign
	$(PROGRAM) report $(QUICKSTART) --output .build/quickstart.html --force
	for page in campaign molecule-17 model; do \
	  chromium --headless --no-sandbox --hide-scrollbars --virtual-time-budget=3000 --window-size=1100,1000 \
	    --screenshot=Documentation/dashboard-$${page%%-*}.png "file://$(CURDIR)/.build/quickstart.html#$$page" || exit 1; \
	done

format: ## Format all Swift sources
	swift format --in-place --parallel --recursive Package.swift Sources Tests

lint: ## Check the layout and style of all Swift sources
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

clean: ## Remove what was built and all scratch; databases stay
	rm -rf .build Workdir/*/
