-- An event held from its own day; one that was still expected, from the day of the document that expects it.
SET held_from = least(held_from, first_day(date))
WHERE as_of IS NULL AND date IS NOT NULL;
