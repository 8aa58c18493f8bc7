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

-- A month or a day without its year was written "--05" by earlier programs: in EDTF it is "XXXX-05".
CREATE TEMP MACRO edtf(content) AS CASE
    WHEN starts_with(content, '--') THEN 'XXXX' || content[2:]
    ELSE content
END;

CREATE TEMP MACRO edtf_of_old(content) AS CASE
    WHEN starts_with(content, 'XXXX-') THEN '--' || content[6:]
    ELSE content
END;

-- The 64 bits that a key of 16 hexadecimal digits writes.
CREATE TEMP MACRO fact_of_key(content) AS CASE
    WHEN regexp_full_match(content, '[0-9a-f]{16}') THEN ('0x' || content)::UBIGINT
END;

-- The first day of a plain year, month or day; NULL for all else.
CREATE TEMP MACRO plain_day(content) AS CASE
    WHEN regexp_full_match(content, '(19|20|21)[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?')
    THEN TRY_CAST(content || ['-01-01', '', '', '-01', '', '', ''][length(content) - 3] AS DATE)
END;

-- The first and the last day that a date may mean, NULL for an open end. Most dates are plain: the library is not asked.
CREATE TEMP MACRO earliest_day(content) AS coalesce(plain_day(content), edtf_days(content).first);

CREATE TEMP MACRO latest_day(content) AS CASE
    WHEN plain_day(content) IS NULL THEN edtf_days(content).last
    WHEN length(content) = 4 THEN make_date(content::INTEGER, 12, 31)
    WHEN length(content) = 7 THEN last_day(plain_day(content))
    ELSE plain_day(content)
END;

CREATE TEMP MACRO is_edtf(content) AS plain_day(content) IS NOT NULL OR edtf_days(content) IS NOT NULL;

-- The days from which and until which something held; only an interval says until when.
CREATE TEMP MACRO held(content) AS CASE
    WHEN content IS NULL OR contains(content, '/') THEN edtf_held(content)
    ELSE {
        'from_earliest': earliest_day(content), 'from_latest': latest_day(content),
        'until_earliest': NULL::DATE, 'until_latest': NULL::DATE
    }
END;

-- The key of a place in its one form: without zeros behind it that name nothing below, "05314000" is "05314".
CREATE TEMP MACRO region_key(content) AS CASE
    WHEN ends_with(content, '000') THEN regexp_replace(content, '(000){1,2}$', '')
    ELSE content
END;

CREATE TEMP MACRO word_gaps(content) AS length(content) - length(replace(content, ' ', ''));
