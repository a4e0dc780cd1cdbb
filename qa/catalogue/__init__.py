"""Every figure of a report by what it measures, in the report's own words."""
