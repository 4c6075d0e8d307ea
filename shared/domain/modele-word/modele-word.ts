import { z } from 'zod'
import { id } from '../../schema'
import { codeModele } from '../modele-lettre/modele-lettre'

/** The Word document that the letters of a model fill in, when the académie has its own. */
export const modeleWord = z.object({ id, modele: codeModele, fichierId: id })
export type ModeleWord = z.infer<typeof modeleWord>

/** Greatest size of such a document, in bytes: it is kept in the register. */
export const octetsModeleWord = 5_000_000
