"""The vocabulary of the software: frozen types that pass between the stages. Standard library only."""
