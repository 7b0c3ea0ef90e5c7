"""Measurements of quality and speed, run from the repository: `python -m bench.quality_gate`, `python -m bench.speed`."""
