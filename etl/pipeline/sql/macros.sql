-- How the text of a cell becomes a value; NULL where it cannot.
CREATE TEMP MACRO is_bare(content) AS content BETWEEN '!' AND '~' AND NOT (
    ends_with(content, ' ') OR ends_with(content, chr(9)) OR ends_with(content, chr(10)) OR ends_with(content, chr(13))
    OR ends_with(content, chr(160)) OR ends_with(content, chr(8239)) OR ends_with(content, chr(65279))
);

-- Trimming takes five times as long as seeing that there is nothing to trim.
CREATE TEMP MACRO cell(content) AS CASE
    WHEN is_bare(content) THEN content
    ELSE nullif(trim(content, concat(' ', chr(9), chr(10), chr(13), chr(160), chr(8239), chr(65279))), '')
END;

CREATE TEMP MACRO number_with_point(content) AS CASE
    WHEN regexp_full_match(content, '-?[0-9]+([.][0-9]+)?') THEN TRY_CAST(content AS DOUBLE)
END;

-- German: comma before the decimals, points between groups of three. One group and no comma ("1.900") is ambiguous.
CREATE TEMP MACRO number_with_comma(content) AS CASE
    WHEN regexp_full_match(content, '-?([0-9]+|[0-9]{1,3}([.][0-9]{3}){2,})(,[0-9]+)?|-?[0-9]{1,3}[.][0-9]{3},[0-9]+')
    THEN TRY_CAST(replace(replace(content, '.', ''), ',', '.') AS DOUBLE)
END;

CREATE TEMP MACRO is_ambiguous_number(content) AS regexp_full_match(content, '-?[0-9]{1,3}[.][0-9]{3}');

-- How much digits say, however many they are: a number too long for a column is too large, not no number.
CREATE TEMP MACRO amount(content) AS CASE
    WHEN regexp_full_match(content, '-?[0-9]+') THEN TRY_CAST(content AS DOUBLE)
END;

CREATE TEMP MACRO whole_number(content) AS CASE
    WHEN regexp_full_match(content, '-?[0-9]+') THEN TRY_CAST(content AS BIGINT)
END;

-- The first day of a year, month or day; NULL for a date without its year ("--05").
CREATE TEMP MACRO first_day(content) AS TRY_CAST(
    CASE length(content)
        WHEN 4 THEN content || '-01-01'
        WHEN 7 THEN content || '-01'
        WHEN 10 THEN content
    END AS DATE
);

CREATE TEMP MACRO is_partial_date(content) AS
    regexp_full_match(content, '(19|20|21)[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?|--[0-9]{2}(-[0-9]{2})?')
    AND first_day(CASE WHEN content[1] = '-' THEN '2000' || content[2:] ELSE content END) IS NOT NULL;

-- The key of a place in its one form: without zeros behind it that name nothing below, "05314000" is "05314".
CREATE TEMP MACRO region_key(content) AS CASE
    WHEN ends_with(content, '000') THEN regexp_replace(content, '(000){1,2}$', '')
    ELSE content
END;

CREATE TEMP MACRO word_gaps(content) AS length(content) - length(replace(content, ' ', ''));
