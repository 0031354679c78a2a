/** Which table of a view is live, and how far each has come. */
export const viewsSchema = `
create table view_state (
  name text not null,
  generation integer not null,
  position bigint not null,
  shape text not null,
  live boolean not null,
  primary key (name, generation)
);
create unique index view_state_live on view_state (name) where live;
`;
