"""Gold alignments written for this project, with what reads and scores them; README.md says what each set is."""
