// The record of a campaign in SQLite: schema, records, queries.
