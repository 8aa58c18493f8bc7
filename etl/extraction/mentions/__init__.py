"""What a sentence names: numbers, amounts of money, dates, modules, places, organisations, bodies."""
