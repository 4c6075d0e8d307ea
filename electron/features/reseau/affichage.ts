import { grouperPar } from '../../../shared/grouper'
import { accorder } from '../../../shared/domain/lettre-de-mission/genre'
import type { Reseau, ReseauMembre } from '../../../shared/domain/reseau/reseau'
import type {
  EtablissementDeReseau,
  FicheReseau,
  MembreDeReseau,
  PersonneDeReseau,
  ReseauDeListe,
} from '../../../shared/domain/reseau/reseau.contract'
import type { CategorieRole } from '../../../shared/domain/vocabulaire/vocabulaire'
import { couvre } from '../../../shared/periodes'
import { nomAffiche } from '../../../shared/text'
import type {
  getTypeReseau,
  listAutresAppartenances,
  listLettresDeReseau,
  listMembres,
  listPersonnes,
  listReseaux,
} from './reseau.queries'

type Rows<Query extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Query>>
type LigneReseau = Rows<typeof listReseaux>[number]
type LignePersonne = Rows<typeof listPersonnes>[number]

/** Rows put together as the list shows them. Pure. */
export function afficherListe(
  reseaux: readonly LigneReseau[],
  membres: readonly ReseauMembre[],
  personnes: readonly LignePersonne[],
): ReseauDeListe[] {
  const membresDe = grouperPar(membres, ({ reseauId }) => reseauId)
  const personnesDe = grouperPar(personnes, ({ reseauId }) => reseauId)
  return reseaux.map(({ libelle, abrege, categorie, teteId, teteUai, teteNom, teteCommune, ...reseau }) => {
    const siennes = (personnesDe.get(reseau.id) ?? []).map(afficherPersonne)
    const dont = (voulue: CategorieRole) =>
      siennes.filter((personne) => personne.categorie === voulue).map(({ agentId, agent }) => ({ agentId, agent }))
    const tete =
      teteId === null || teteUai === null || teteNom === null || teteCommune === null
        ? null
        : { id: teteId, uai: teteUai, nom: teteNom, commune: teteCommune }
    return {
      ...reseau,
      type: abrege ?? libelle,
      categorie: categorie ?? 'autre',
      tete,
      nombreMembres: membresDe.get(reseau.id)?.length ?? 0,
      coordonnateurs: dont('coordonnateur'),
      formateurs: dont('formateur'),
    }
  })
}

interface FaitsDeFiche {
  reseau: Reseau
  type: NonNullable<Rows<typeof getTypeReseau>>
  tete: EtablissementDeReseau | null
  membres: Rows<typeof listMembres>
  autres: Rows<typeof listAutresAppartenances>
  personnes: readonly LignePersonne[]
  lettres: Rows<typeof listLettresDeReseau>
}

/** Rows put together as the record shows them: members in force first, coordonnateurs first. Pure. */
export function afficherFiche(
  { reseau, type, tete, membres, autres, personnes, lettres }: FaitsDeFiche,
  jour: string,
): FicheReseau {
  const autresDe = grouperPar(autres, ({ etablissementId }) => etablissementId)
  const affiches = membres.map(({ id, reseauId, etablissementId, debutLe, finLe, ...row }): MembreDeReseau => {
    const enCours = couvre({ debutLe, finLe }, jour)
    return {
      id,
      reseauId,
      etablissementId,
      debutLe,
      finLe,
      etablissement: { id: etablissementId, ...row },
      enCours,
      aussiDans: enCours ? (autresDe.get(etablissementId) ?? []).map(({ nom }) => nom) : [],
    }
  })
  return {
    reseau,
    type: type.abrege ?? type.libelle,
    categorie: type.categorie ?? 'autre',
    tete,
    membres: affiches.toSorted((a, b) => Number(b.enCours) - Number(a.enCours)),
    personnes: personnes.map(afficherPersonne).toSorted((a, b) => rang[a.categorie] - rang[b.categorie]),
    lettres: lettres.map(({ id, agentId, etat, ...row }) => ({
      id,
      agentId,
      agent: nomAffiche(row),
      role: accorder(row, row.civilite),
      etat,
    })),
  }
}

const rang: Record<CategorieRole, number> = { coordonnateur: 0, formateur: 1, autre: 2 }

function afficherPersonne({
  affectationId,
  agentId,
  quotite,
  debutLe,
  finLe,
  categorie,
  ...row
}: LignePersonne): PersonneDeReseau {
  return {
    affectationId,
    agentId,
    agent: nomAffiche(row),
    role: accorder(row, row.civilite),
    categorie: (categorie ?? 'autre') as CategorieRole,
    quotite,
    debutLe,
    finLe,
  }
}
