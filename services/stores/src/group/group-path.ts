import { Code } from '#libs/http';

/** Where a group is: `/v1/groups/<groupId>`. */
export class GroupPath {
  @Code({ example: 'finance' })
  groupId!: string;
}
