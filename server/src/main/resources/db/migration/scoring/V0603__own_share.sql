-- How much of what was compared was the model's own and not filled in by the built-in judge; unknown of older comparisons.
alter table scoring_comparison add column own_share double precision;
