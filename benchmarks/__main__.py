"""python -m benchmarks: runs every benchmark beside this file and prints what it measured."""

import importlib
import pkgutil

import benchmarks


def main() -> None:
    """Each module here with run() -> lines is a benchmark."""
    for module in sorted(found.name for found in pkgutil.iter_modules(benchmarks.__path__) if found.name != "__main__"):
        run = getattr(importlib.import_module(f"benchmarks.{module}"), "run", None)
        if run:
            print(f"{module}:", flush=True)
            for line in run():
                print(f"  {line}", flush=True)


if __name__ == "__main__":
    main()
