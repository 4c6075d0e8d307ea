import { z } from 'zod'
import { estAdresseElectronique } from '../../adresse-electronique'
import { id, ligne } from '../../schema'

/** An address as it is typed; '' takes it away. */
export const adresseSaisie = ligne.refine((texte) => texte === '' || estAdresseElectronique(texte), {
  message: 'Ce n’est pas une adresse électronique.',
})

/** Where a signatory is written to in one département, in three characters. */
export const adresseSignataire = z.object({
  id,
  signataireId: id,
  departement: z.string().length(3),
  courriel: adresseSaisie,
})
export type AdresseSignataire = z.infer<typeof adresseSignataire>
