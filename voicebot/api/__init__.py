"""The calendar over HTTP, for the city's own web booking: JSON, OpenAPI, problem details."""
