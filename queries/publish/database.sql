-- What is the database called that the release is written to?
select current_database()
