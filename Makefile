# Everything is done by tools/dev.py, which also works where there is no make.
PYTHON ?= python3

.PHONY: run test bench fuzz setup
run:
	@$(PYTHON) tools/dev.py run $(if $(HEADLESS),--headless)
test:
	@$(PYTHON) tools/dev.py test
bench:
	@$(PYTHON) tools/dev.py bench
fuzz:
	@$(PYTHON) tools/dev.py fuzz $(TIME)
setup:
	@$(PYTHON) tools/dev.py setup
