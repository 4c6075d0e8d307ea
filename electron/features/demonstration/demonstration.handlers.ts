import { bornesAnneeScolaire } from '../../../shared/annee-scolaire'
import type { demonstrationContract } from '../../../shared/domain/demonstration/demonstration.contract'
import type { ModeleLu } from '../../../shared/domain/modele-lettre/modele-lettre'
import type { Academie } from '../../../shared/domain/parametres/academie'
import type { Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import type { Database } from '../../database/tables'
import { readModelesLivres } from '../../lettres/modeles'
import type { HandlersOf } from '../../register/handler'
import { creerRegistreDans } from '../../register/opening'
import { followCalendrier, insertDemonstration } from './demonstration.queries'
import { construireLettres } from './lettres'
import { readModele, type Modele } from './modele'
import { construireOperation } from './operation'
import { anneesDemonstration, construirePersonnes } from './personnes'
import { construireTerritoire, type Chantier } from './territoire'
import { construireActions } from './suivi'
import { Tirage } from './tirage'

/** Any number: it only has to stay the same. */
const seed = 2026

export const demonstrationHandlers = {
  'demonstration.creer': async (context, { jeton }) => {
    const { files, resources, progress, newId, session, today } = context
    const modele = readModele(resources)
    const chemin = files.resolve(jeton)
    progress({ fait: 0, total: 2, libelle: 'Création du registre de démonstration' })
    await creerRegistreDans(context, chemin, academieDe(modele), async (db) => {
      progress({ fait: 1, total: 2, libelle: 'Écriture des établissements, des agents et des lettres' })
      await fill(db, modele, { newId, aujourdhui: today(), modeles: readModelesLivres(resources) })
    })
    progress({ fait: 2, total: 2, libelle: 'Registre de démonstration prêt' })
    return {
      nom: session.required.nom,
      chemin,
      academieNom: modele.academie.nom,
      demonstration: true,
      copieAvantMigration: null,
      dommage: null,
    }
  },
} satisfies HandlersOf<typeof demonstrationContract>

const academieDe = ({ academie }: Modele): Academie => ({
  ...academie,
  id: 'academie',
  logoFichierId: null,
  grilleActivite: 'domaine',
  toleranceHeures: 0.5,
  demonstration: 1,
})

async function fill(
  db: Database,
  modele: Modele,
  { newId, aujourdhui, modeles }: { newId: () => string; aujourdhui: string; modeles: readonly ModeleLu[] },
): Promise<void> {
  const vocabulaires = await db.selectFrom('vocabulaire').selectAll().orderBy('liste').orderBy('ordre').execute()
  const chantier: Chantier = { modele, newId, tirage: new Tirage(seed), terme: termeParCode(vocabulaires) }
  const territoire = construireTerritoire(chantier)
  const personnes = construirePersonnes(chantier, territoire)
  const lettres = construireLettres({ chantier, territoire, personnes, vocabulaires, modeles })
  const annees = anneesDemonstration.map((id) => ({ id, ...bornesAnneeScolaire(id) }))
  const fse = construireOperation(chantier, lettres)
  const actions = construireActions({ territoire, personnes, lettres, fse }, { aujourdhui, newId })
  await insertDemonstration(db, { annees, territoire, personnes, lettres, fse, actions })
  await followCalendrier(db, aujourdhui)
}

function termeParCode(vocabulaires: readonly Vocabulaire[]): (liste: string, code: string) => string {
  const ids = new Map(vocabulaires.map(({ liste, code, id }) => [`${liste} ${code}`, id]))
  return (liste, code) => {
    const id = ids.get(`${liste} ${code}`)
    if (id === undefined) throw new Error(`no ${code} in ${liste}`)
    return id
  }
}
