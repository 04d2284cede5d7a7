-- Ready-made joins of the SQLite file; each view says in `guide` what it is for.
CREATE VIEW city_figures AS
SELECT c.city, c.name AS city_name, c.name_en AS city_name_en,
       i.indicator, i.name AS indicator_name, i.name_en AS indicator_name_en,
       t.quantity, t.value, t.value_text, t.unit, t.basis, t.note
FROM city_targets AS t
JOIN cities AS c ON c.city = t.city
JOIN indicators AS i ON i.indicator = t.indicator
ORDER BY i.annex, i.rowid, c.position;

CREATE VIEW emission_plans AS
SELECT indicator, city, city_name,
       MAX(value) FILTER (WHERE quantity = 'emissions_2015') AS emissions_2015_t,
       MAX(value) FILTER (WHERE quantity = 'reduction_pct') AS reduction_pct,
       MAX(value) FILTER (WHERE quantity = 'emissions_2020_limit') AS emissions_2020_limit_t,
       MAX(value) FILTER (WHERE quantity = 'key_project_reduction') AS key_project_reduction_t
FROM city_figures
WHERE indicator NOT IN ('energy_intensity', 'energy_increment')
GROUP BY indicator, city;

CREATE VIEW responsibilities AS
SELECT m.measure, m.title, d.department, d.name AS department_name, md.role, md.position
FROM measure_departments AS md
JOIN measures AS m ON m.measure = md.measure
JOIN departments AS d ON d.department = md.department
ORDER BY m.measure, md.role, md.position;

CREATE VIEW plan_targets AS
SELECT t.target, m.measure, m.title AS measure_title, c.title AS chapter_title,
       t.scope, t.name, t.change, t.comparator, t.value, t.value_text, t.unit,
       t.baseline_year, t.target_year, t.quote
FROM targets AS t
JOIN measures AS m ON m.measure = t.measure
JOIN chapters AS c ON c.chapter = m.chapter
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
