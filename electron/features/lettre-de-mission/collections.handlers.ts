import { AppError } from '../../../shared/app-error'
import { refuserSiFigee } from '../../../shared/domain/lettre-de-mission/cycle'
import type { LettreLue } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { planifierLignes, refuserSiLignesChangees } from '../../../shared/domain/lettre-de-mission/lignes'
import { refuserSiChangeEntreTemps } from '../../../shared/modification'
import type { Database } from '../../database/tables'
import type { Context } from '../../register/context'
import { applyPlan, getLettre, type LigneEnfant, listEnfantsDe, type TableEnfant } from './lettre-de-mission.queries'

type Lire = (db: Database, id: string, context: Context) => Promise<LettreLue>

/** What makes two rows of a table the same, null when only their id does, and what to say of a double. */
interface Collection<Table extends TableEnfant> {
  table: Table
  ordonnee: boolean
  cle: (ligne: Omit<LigneEnfant<Table>, 'id'>) => string | null
  enDouble: string
  /** Columns that are not typed: nobody has signed a letter that can still be written. */
  fixes?: Partial<LigneEnfant<Table>>
}

type Saisie<Table extends TableEnfant> = Omit<LigneEnfant<Table>, 'id' | 'lettreId' | 'ordre' | 'signeLe'> & {
  id?: string | undefined
}

interface Demande<Table extends TableEnfant> {
  id: string
  lignes: Saisie<Table>[]
  attendues?: Record<string, unknown>[] | undefined
}

/** Writes the rows given in place of the letter's, each one keeping its id. */
const definirAvec =
  (lire: Lire) =>
  <Table extends TableEnfant>({ table, ordonnee, cle, enDouble, fixes }: Collection<Table>) =>
  async (context: Context, { id, lignes, attendues }: Demande<Table>): Promise<LettreLue> =>
    context.db.transaction().execute(async (db) => {
      refuserSiFigee(await getLettre(db, id))
      const voulues = lignes.map((ligne, rang) => ({
        ...ligne,
        ...fixes,
        lettreId: id,
        ...(ordonnee && { ordre: rang + 1 }),
      }))
      const presentes = await listEnfantsDe(db, table, id)
      if (attendues) refuserSiLignesChangees(presentes, { lignes, attendues, ordonnee })
      await applyPlan(
        db,
        table,
        planifierLignes(presentes, voulues as unknown as LigneEnfant<Table>[], { cle, enDouble, newId: context.newId }),
      )
      return lire(db, id, context)
    })

interface Modification {
  id: string
  champs: object
  attendu?: Record<string, unknown> | undefined
}

/** Writes fields of rows that the letter already has; the others are left as they are. */
const modifierAvec =
  (lire: Lire) =>
  (table: TableEnfant) =>
  async (context: Context, { id, lignes }: { id: string; lignes: Modification[] }): Promise<LettreLue> =>
    context.db.transaction().execute(async (db) => {
      refuserSiFigee(await getLettre(db, id))
      const presentes = new Map((await listEnfantsDe(db, table, id)).map((ligne) => [ligne.id, ligne]))
      for (const { id: ligneId, champs, attendu } of lignes) {
        const presente = presentes.get(ligneId)
        if (!presente) throw new AppError('conflict', ligneRetiree)
        refuserSiChangeEntreTemps(presente, { champs, attendu })
        presentes.set(ligneId, { ...presente, ...champs })
      }
      const modifiees = lignes.map(({ id }) => presentes.get(id)).filter((ligne) => ligne !== undefined)
      await applyPlan(db, table, { retirees: [], modifiees: [...new Set(modifiees)], ajoutees: [] })
      return lire(db, id, context)
    })

const ligneRetiree =
  'Cette ligne a été retirée de la lettre entre-temps dans une autre fenêtre. Votre saisie n’a pas été enregistrée.'

/** One operation per collection, all alike; rows that are many are also written field by field. */
export function collectionsHandlers(lire: Lire) {
  const definir = definirAvec(lire)
  return {
    'lettreDeMission.definirEtablissements': definir({
      table: 'lettreEtablissement',
      ordonnee: true,
      cle: ({ etablissementId }) => etablissementId,
      enDouble: 'Le même établissement figure deux fois dans la lettre. Rien n’a été enregistré.',
    }),
    'lettreDeMission.modifierEtablissements': modifierAvec(lire)('lettreEtablissement'),
    'lettreDeMission.definirDomaines': definir({
      table: 'lettreDomaine',
      ordonnee: true,
      cle: ({ domaineId }) => domaineId,
      enDouble: 'Le même domaine figure deux fois dans la lettre. Rien n’a été enregistré.',
    }),
    'lettreDeMission.definirObjectifs': definir({
      table: 'lettreObjectif',
      ordonnee: true,
      cle: () => null,
      enDouble: '',
    }),
    'lettreDeMission.definirVisas': definir({
      table: 'lettreVisa',
      ordonnee: true,
      cle: ({ visaId }) => visaId,
      enDouble: 'Le même texte est visé deux fois. Rien n’a été enregistré.',
    }),
    'lettreDeMission.definirSignataires': definir({
      table: 'lettreSignataire',
      ordonnee: true,
      cle: () => null,
      enDouble: '',
      fixes: { signeLe: null },
    }),
    'lettreDeMission.definirReseaux': definir({
      table: 'lettreReseau',
      ordonnee: false,
      cle: ({ reseauId }) => reseauId,
      enDouble: 'Le même réseau figure deux fois dans la lettre. Rien n’a été enregistré.',
    }),
    'lettreDeMission.definirFse': definir({ table: 'lettreFse', ordonnee: false, cle: () => null, enDouble: '' }),
  }
}
