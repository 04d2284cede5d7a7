-- Ready-made joins of the SQLite file; each view says in `guide` what it is for.
CREATE VIEW city_figures AS
SELECT c.city, c.name AS city_name, c.name_en AS city_name_en,
       i.indicator, i.name AS indicator_name, i.name_en AS indicator_name_en,
       t.quantity, t.value, t.value_text, t.unit, t.basis, t.note, u.unit_en, t.note_en
FROM city_targets AS t
JOIN cities AS c ON c.city = t.city
JOIN indicators AS i ON i.indicator = t.indicator
JOIN units AS u ON u.unit = t.unit
ORDER BY i.annex, i.rowid, c.position;

CREATE VIEW emission_plans AS
SELECT f.indicator, f.city, f.city_name,
       MAX(f.value) FILTER (WHERE f.quantity = 'emissions_2015') AS emissions_2015_t,
       MAX(f.value) FILTER (WHERE f.quantity = 'reduction_pct') AS reduction_pct,
       MAX(f.value) FILTER (WHERE f.quantity = 'emissions_2020_limit') AS emissions_2020_limit_t,
       MAX(f.value) FILTER (WHERE f.quantity = 'required_reduction') AS required_reduction_t,
       MAX(f.value) FILTER (WHERE f.quantity = 'key_project_reduction') AS key_project_reduction_t,
       MAX(f.note) AS note, f.city_name_en, MAX(f.note_en) AS note_en
FROM city_figures AS f
JOIN indicators AS i ON i.indicator = f.indicator AND i.unit = '吨'
JOIN cities AS c ON c.city = f.city
GROUP BY f.indicator, f.city
ORDER BY i.annex, c.position;

CREATE VIEW responsibilities AS
SELECT m.measure, m.title, d.department, d.name AS department_name, md.role, md.position,
       m.title_en, d.name_en AS department_name_en
FROM measure_departments AS md
JOIN measures AS m ON m.measure = md.measure
JOIN departments AS d ON d.department = md.department
ORDER BY m.measure, md.role, md.position;

CREATE VIEW plan_targets AS
SELECT t.target, m.measure, m.title AS measure_title, c.title AS chapter_title,
       t.scope, t.name, t.change, t.comparator, t.value, t.value_text, t.unit,
       t.baseline_year, t.target_year, t.quote,
       m.title_en AS measure_title_en, c.title_en AS chapter_title_en, t.scope_en, t.name_en, u.unit_en
FROM targets AS t
JOIN measures AS m ON m.measure = t.measure
JOIN chapters AS c ON c.chapter = m.chapter
LEFT JOIN units AS u ON u.unit = t.unit
ORDER BY m.measure, t.rowid;

CREATE VIEW source_words AS
SELECT 'targets' AS resource, t.target AS key, t.quote AS stored,
       substr(s.text, t.source_start + 1, t.source_end - t.source_start) AS printed
FROM targets AS t, source AS s
UNION ALL
SELECT 'city_targets', t.city || '/' || t.indicator || '/' || t.quantity, t.as_printed,
       substr(s.text, t.source_start + 1, t.source_end - t.source_start)
FROM city_targets AS t, source AS s
WHERE t.source_start IS NOT NULL;

-- A word of Chinese is found by LIKE: FTS5 cuts no words, and its trigram tokenizer finds none shorter than three.
CREATE VIEW full_text AS
SELECT 'chapters' AS resource, CAST(chapter AS TEXT) AS key, title AS heading, title AS text FROM chapters
UNION ALL SELECT 'measures', CAST(measure AS TEXT), title, title FROM measures
UNION ALL SELECT 'sentences', s.measure || '/' || s.sentence, m.title, s.text
FROM sentences AS s JOIN measures AS m ON m.measure = s.measure
UNION ALL SELECT 'departments', department, name, full_name FROM departments
UNION ALL SELECT 'cities', city, name, name FROM cities
UNION ALL SELECT 'indicators', indicator, name, name || '：' || description FROM indicators
UNION ALL SELECT DISTINCT 'city_targets', i.indicator, i.name, t.note
FROM city_targets AS t JOIN indicators AS i ON i.indicator = t.indicator WHERE t.note IS NOT NULL
UNION ALL SELECT 'terms', term, name, name || '：' || definition FROM terms
UNION ALL SELECT 'errata', erratum, as_printed, problem FROM errata;

-- The same in English; LIKE takes small letters for capitals and the other way round.
CREATE VIEW full_text_en AS
SELECT 'chapters' AS resource, CAST(chapter AS TEXT) AS key, title_en AS heading, title_en AS text FROM chapters
UNION ALL SELECT 'measures', CAST(measure AS TEXT), title_en, title_en FROM measures
UNION ALL SELECT 'sentences', s.measure || '/' || s.sentence, m.title_en, s.text_en
FROM sentences AS s JOIN measures AS m ON m.measure = s.measure
UNION ALL SELECT 'departments', department, name_en, name_en FROM departments
UNION ALL SELECT 'cities', city, name_en, name_en FROM cities
UNION ALL SELECT 'indicators', indicator, name_en, name_en || ': ' || description_en FROM indicators
UNION ALL SELECT DISTINCT 'city_targets', i.indicator, i.name_en, t.note_en
FROM city_targets AS t JOIN indicators AS i ON i.indicator = t.indicator WHERE t.note_en IS NOT NULL
UNION ALL SELECT 'terms', term, name_en, name_en || ': ' || definition_en FROM terms
UNION ALL SELECT 'errata', erratum, as_printed, problem_en FROM errata;
