"""Council systems that speak OParl 1.1: what in them speaks of KIM, with its metadata."""
