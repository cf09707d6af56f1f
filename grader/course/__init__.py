"""What every stage knows: the manifest, the term's folder, notebooks, the gradebook's place, outcomes."""
