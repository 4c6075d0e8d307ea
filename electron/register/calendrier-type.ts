import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { jalonLivre, type JalonLivre } from '../../shared/domain/jalon/jalon'

/** The calendar shipped with the application: the first year of a register begins with it, then it is the user's. */
export function readCalendrierType(resources: string): JalonLivre[] {
  return z.array(jalonLivre).parse(JSON.parse(readFileSync(join(resources, 'calendrier', 'jalons.json'), 'utf8')))
}
