"""Workers: ways to run one function over many things. Each is a `map`: results come in the order of the things."""

from generator.workers.crew import Serial, Workers, available_processors, workers

__all__ = ["Serial", "Workers", "available_processors", "workers"]
