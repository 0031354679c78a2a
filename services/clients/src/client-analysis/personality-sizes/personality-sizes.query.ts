import { Injectable } from '@nestjs/common';
import { eachOf } from '../../client/looked-through.query.js';
import { AnalysedFilesQuery } from '../analysed-files.query.js';
import { personalitySizes, type PersonalitySizes, type Told } from './personality-sizes.js';

@Injectable()
export class PersonalitySizesQuery {
  constructor(private readonly files: AnalysedFilesQuery) {}

  /** Of each store that whoever asks may see and of whose clients anything is known. */
  async of(storeId: string | undefined, minPosition: number | undefined): Promise<PersonalitySizes[]> {
    await this.files.reached(minPosition);
    const told: Told[] = [];
    for await (const some of eachOf((after, most) => this.files.characters(storeId, after, most)))
      for (const one of some)
        told.push({ storeId: one.storeId, personalities: one.file.character?.personalities ?? [] });
    return personalitySizes(told);
  }
}
