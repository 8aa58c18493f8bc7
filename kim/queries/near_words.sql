-- Which words of the version may have been meant by one that it does not have? Those with the fewest typing errors, the commonest first.
-- The first letter is seldom wrong: a word with another one counts as one error more.
SELECT
    spelled,
    written,
    damerau_levenshtein(spelled, $word)
        + (spelled[1] <> $word[1])::INTEGER AS errors
FROM kim.search_words
WHERE abs(length(spelled) - length($word)) <= $most
    AND spelled[1] NOT BETWEEN '0' AND '9'
    AND errors <= $most
ORDER BY errors, entries DESC, spelled
LIMIT 3;
