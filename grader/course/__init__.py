"""What all stages share: manifest, term folder, notebooks, database address and outcomes."""
