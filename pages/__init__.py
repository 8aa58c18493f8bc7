"""One file per question people come with."""
