/** Begins a query: `survivor` says of each who was merged as whom she is read in the end. */
export const WITH_SURVIVORS = `with recursive read_as as (
    select "clientId", "survivorId" from merged_client
    union all
    select read_as."clientId", up."survivorId"
      from read_as join merged_client as up on up."clientId" = read_as."survivorId"
  ), survivor as (
    select "clientId", "survivorId" from read_as
     where not exists (select from merged_client as up where up."clientId" = read_as."survivorId")
  )`;
