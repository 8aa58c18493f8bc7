-- Which words of the version may have been meant by one that it does not have? Those with the fewest typing errors, the commonest first.
-- The first letter is seldom wrong: one that is missing, too much or out of order counts as one error more.
SELECT
    spelled,
    written,
    damerau_levenshtein(spelled, $word)
        + (spelled[1] <> $word[1])::INTEGER AS errors
FROM kim.search_words
WHERE abs(length(spelled) - length($word)) <= $most
    AND (spelled[1] = $word[1] OR spelled[2] = $word[1] OR spelled[1] = $word[2])
    AND spelled[1] NOT BETWEEN '0' AND '9'
    AND errors <= $most
ORDER BY errors, entries DESC, spelled
LIMIT 3;
