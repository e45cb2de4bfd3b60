-- Five questions of an archive's findings, for DuckDB. They ask a table or view called findings, with the columns of
-- `claimlight scan --format csv` or `parquet`: a row for each finding, one (finding = 'document') for each article.

-- 1. Who is quoted most, and in how many articles? "The mayor" begins one sentence and "the mayor" ends another; names are as they are written.
SELECT max(source) AS source, mode(source_kind) AS kind, count(*) AS statements, count(DISTINCT place) AS articles
FROM findings
WHERE finding = 'attribution' AND source IS NOT NULL AND source_kind <> 'pronoun'
GROUP BY CASE source_kind WHEN 'named' THEN source ELSE lower(source) END
ORDER BY statements DESC, max(source)
LIMIT 20;

-- 2. How anonymous are each outlet's sources, in percent of its statements? Anonymous are those whose name is withheld, collective those of
-- whom nobody is told apart ("critics"); on a page both are marked as nobody named.
SELECT outlet, count(*) AS statements,
       round(100.0 * count(*) FILTER (WHERE source_kind = 'anonymous') / count(*), 1) AS anonymous,
       round(100.0 * count(*) FILTER (WHERE source_kind = 'collective') / count(*), 1) AS collective,
       round(100.0 * count(*) FILTER (WHERE source_kind = 'named') / count(*), 1) AS named
FROM findings
WHERE finding = 'attribution'
GROUP BY outlet
ORDER BY anonymous DESC, outlet;

-- 3. What do claims rest on, year by year? A date may be a month or a year alone; the last row is of articles that name none.
PIVOT (SELECT coalesce(year(day), TRY_CAST(regexp_extract(date, '^((?:1[6-9]|2[01])\d\d)(-(0[1-9]|1[0-2]))?$', 1) AS BIGINT)) AS year, support
       FROM findings WHERE finding = 'claim')
ON support USING count(*) GROUP BY year ORDER BY year NULLS LAST;

-- 4. How much caution do a thousand words of each section hold, the paper's own and its sources'? What would be, on a condition, is none.
WITH length AS (SELECT section, sum(n_words) AS n_all FROM findings WHERE finding = 'document' GROUP BY section)
SELECT hedge.section, voice, count(*) AS hedges, round(1000.0 * count(*) / any_value(n_all), 2) AS per_thousand_words
FROM findings AS hedge JOIN length ON hedge.section IS NOT DISTINCT FROM length.section
WHERE finding = 'hedge' AND category <> 'conditional'
GROUP BY hedge.section, voice
ORDER BY hedge.section NULLS LAST, voice;

-- 5. Which articles assert most without a source, and what? Ids of two files, or of two captures of an address, may be the same; places are not.
SELECT document, place, count(*) AS unsourced, min(sentence) AS one_of_them
FROM findings
WHERE finding = 'claim' AND support = 'none'
GROUP BY document, place
ORDER BY unsourced DESC, document, place
LIMIT 10;
