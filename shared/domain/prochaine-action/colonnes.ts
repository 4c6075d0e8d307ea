import type { ColonneDeListe, Ecriture } from '../../liste/colonne'
import type { ProchaineAction, Sujet } from './prochaine-action'

/** What waits first on the record of a row; null when nothing does, absent where it was not read. */
export interface AvecProchaineAction {
  id: string
  prochaine?: Pick<ProchaineAction, 'id' | 'quoi' | 'qui' | 'pourLe'> | null
}

/** The record of an action, or of the one that would be written on this row. */
const ficheDe =
  (sujet: Sujet) =>
  ({ id, prochaine }: AvecProchaineAction) => ({ table: 'prochaineAction', id: prochaine?.id ?? `${sujet}:${id}` })

/** The record that an action not yet written is about; null for the identifier of one that is. */
export function sujetDeNouvelle(id: string): { sujet: string; sujetId: string } | null {
  const [sujet = '', sujetId] = id.split(':')
  return sujetId === undefined ? null : { sujet, sujetId }
}

/** « Prochaine action, qui, pour quand », in the list of what it is about: hidden until chosen, written in place. */
export function colonnesDeProchaineAction<Ligne extends AvecProchaineAction>(
  sujet: Sujet,
): readonly ColonneDeListe<Ligne>[] {
  const ecrit = (champ: 'quoi' | 'qui' | 'pourLe', vide: Ecriture<Ligne>['vide']) => ({
    ecriture: { champ, fiche: ficheDe(sujet), ...(vide !== undefined && { vide }) },
  })
  return [
    {
      cle: 'prochaineAction',
      titre: 'Prochaine action',
      type: 'texte',
      valeur: ({ prochaine }) => prochaine?.quoi,
      masquee: true,
      ...ecrit('quoi', ''),
    },
    {
      cle: 'actionQui',
      titre: 'Qui',
      type: 'texte',
      valeur: ({ prochaine }) => prochaine?.qui,
      masquee: true,
      groupable: true,
      ...ecrit('qui', ''),
    },
    {
      cle: 'actionPourLe',
      titre: 'Pour quand',
      type: 'jour',
      valeur: ({ prochaine }) => prochaine?.pourLe,
      masquee: true,
      ...ecrit('pourLe', null),
    },
  ]
}

/** The columns of that kind that a list has. */
export const clesDeProchaineAction = ['prochaineAction', 'actionQui', 'actionPourLe'] as const
