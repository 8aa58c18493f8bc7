-- What are the regions called?
SELECT ags, name FROM regions ORDER BY ags;
