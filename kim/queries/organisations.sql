-- What are the organisations called?
SELECT organisation, name, kind FROM organisations ORDER BY organisation;
