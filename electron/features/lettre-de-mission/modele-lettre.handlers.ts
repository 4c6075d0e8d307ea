import { AppError } from '../../../shared/app-error'
import { modelePourRole } from '../../../shared/domain/modele-lettre/choix'
import type { modeleLettreContract } from '../../../shared/domain/modele-lettre/modele-lettre.contract'
import type { ContenuModele, ModeleLu } from '../../../shared/domain/modele-lettre/modele-lettre'
import { fautesDuModele } from '../../../shared/domain/modele-lettre/verification'
import { refuserSiChangeEntreTemps } from '../../../shared/modification'
import { plier } from '../../../shared/text'
import { renderHtml } from '../../documents/html'
import { getModele, listModeles } from '../../lettres/modeles'
import type { HandlersOf } from '../../register/handler'
import { readCadre } from './cadre'
import { getDossier } from './dossiers.queries'
import { assembler, composerLettre } from './lettre-de-mission.documents'
import { countLettresParModele, deleteModele, listRoles, saveModele } from './modele-lettre.queries'
import { replaceModeleWord } from './modele-word.queries'

export const modeleLettreHandlers = {
  'modeleLettre.lister': async ({ db, resources }) => {
    const modeles = await listModeles(db, resources)
    const lettres = await countLettresParModele(db)
    const roles = (await listRoles(db)).filter(({ actif }) => actif === 1)
    return modeles.map(({ code, libelle, origine }) => ({
      ...{ code, libelle, origine },
      roles: roles.filter((role) => modelePourRole(role, modeles) === code).map((role) => role.abrege ?? role.libelle),
      lettres: lettres.get(code) ?? 0,
    }))
  },

  'modeleLettre.lire': ({ db, resources }, { code }) => getModele(db, resources, code),

  'modeleLettre.modifier': async ({ db, resources, newId }, { code, ...demande }) =>
    db.transaction().execute(async (db) => {
      const modele = await getModele(db, resources, code)
      const actuel = { ...modele.contenu, libelle: modele.libelle }
      refuserSiChangeEntreTemps(actuel, demande)
      const { libelle, ...contenu } = { ...actuel, ...(demande.champs as Partial<typeof actuel>) }
      refuserFautes(contenu, `Le modèle « ${modele.libelle} » n’a pas changé.`)
      await saveModele(db, { code, libelle, contenu: JSON.stringify(contenu) }, newId)
      return getModele(db, resources, code)
    }),

  'modeleLettre.dupliquer': async ({ db, resources, newId }, { code, libelle }) =>
    db.transaction().execute(async (db) => {
      const { contenu } = await getModele(db, resources, code)
      const pris = new Set((await listModeles(db, resources)).map((modele) => modele.code))
      const nouveau = codeLibre(libelle, pris)
      const copie = { ...contenu, propose: { roles: [], categorie: null } }
      await saveModele(db, { code: nouveau, libelle, contenu: JSON.stringify(copie) }, newId)
      return getModele(db, resources, nouveau)
    }),

  'modeleLettre.retirer': async ({ db, resources, newId }, { code }) =>
    db.transaction().execute(async (db) => {
      const { origine } = await getModele(db, resources, code)
      if (origine === 'livre') throw new AppError('forbidden', 'Ce modèle est déjà celui d’origine. Rien n’a changé.')
      await deleteModele(db, code)
      if (origine === 'ajoute') await replaceModeleWord(db, code, null, newId)
      return null
    }),

  'modeleLettre.apercu': async ({ db, resources }, { contenu, lettreId }) => {
    refuserFautes(contenu, 'L’aperçu est resté tel qu’il était.')
    const dossier = await getDossier(db, lettreId)
    const cadre = await readCadre(db, resources)
    const { lettre } = dossier
    const modele: ModeleLu = { code: lettre.modele, libelle: '', origine: 'modifie', contenu }
    const partie = composerLettre(dossier, { ...cadre, modeles: [modele] })
    return {
      html: renderHtml(assembler([dossier], [partie], lettre.anneeId), resources),
      pied: `${partie.pied.sujet} – ${partie.pied.mention}`,
    }
  },
} satisfies HandlersOf<typeof modeleLettreContract>

function refuserFautes(contenu: ContenuModele, reste: string): void {
  const [faute] = fautesDuModele(contenu)
  if (faute !== undefined) throw new AppError('invalid', `${faute} ${reste}`)
}

/** « Coordonnateur REP » → `coordonnateur-rep`, numbered when it is taken. */
function codeLibre(libelle: string, pris: ReadonlySet<string>): string {
  const base = plier(libelle).replaceAll(' ', '-').slice(0, 50) || 'modele'
  let code = base
  for (let rang = 2; pris.has(code); rang++) code = `${base}-${String(rang)}`
  return code
}
