"""The page Niederschrift auswerten: a paper, what is proposed in it, what a person decides."""
