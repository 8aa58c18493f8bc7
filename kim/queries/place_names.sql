-- What are the regions called on screen?
-- Needs: known_places (kim/known_places.sql).
SELECT ags, label, name, kind, successor FROM kim.known_places ORDER BY ags;
