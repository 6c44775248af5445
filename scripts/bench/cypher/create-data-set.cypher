CREATE (d:DataSet)
SET d = $properties
