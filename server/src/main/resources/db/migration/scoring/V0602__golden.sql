-- What a judge was compared on: conversations of the organisation's own, or those that come with the product.
alter table scoring_comparison add column golden text not null default 'own';
alter table scoring_comparison add column before_it double precision;
