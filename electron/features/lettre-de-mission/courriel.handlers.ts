import { basename } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { estConcernee, raisonDeLaisser, type Sujet } from '../../../shared/domain/courriel/choix'
import {
  champsDuGenre,
  genresCourriel,
  libellesGenreCourriel,
  refuserChampsInconnus,
} from '../../../shared/domain/courriel/courriel'
import type { AdressesDeSignataire, courrielContract } from '../../../shared/domain/courriel/courriel.contract'
import { type Portee, porteeDeRegle } from '../../../shared/domain/envoi/pli'
import type { ModeleLu } from '../../../shared/domain/modele-lettre/modele-lettre'
import { textesOrigine } from '../../../shared/domain/courriel/textes-origine'
import { nomsDistincts } from '../../../shared/nom-fichier'
import { nomAffiche } from '../../../shared/text'
import { ecrireEml } from '../../documents/eml'
import { listModeles } from '../../lettres/modeles'
import type { HandlersOf } from '../../register/handler'
import { readCadre } from './cadre'
import { listDepartementsDesResidences, readSignataires } from './circuit.queries'
import {
  deleteTexteCourriel,
  findTexteCourriel,
  listAdresses,
  listTextesCourriel,
  readAdresses,
  writeAdresse,
  writeTexteCourriel,
} from './courriel.queries'
import { composerCourriels, expediteur, type Courriel } from './courriels'
import { ecrireEnLot, type Espece } from './ecriture-en-lot'
import { Impression } from './impression'
import { choisirDossiers, sansDate } from './plis'
import { listRapports } from './vie.queries'

const courriel: Espece = { un: 'courriel', plusieurs: 'courriels', feminin: false, titre: 'Brouillons de courriel' }

export const courrielHandlers = {
  'courriel.listerTextes': async ({ db }) => {
    const propres = new Map((await listTextesCourriel(db)).map((texte) => [texte.genre, texte]))
    return genresCourriel.map((genre) => {
      const { objet, corps } = propres.get(genre) ?? textesOrigine[genre]
      return { genre, objet, corps, dOrigine: !propres.has(genre), champs: champsDuGenre(genre) }
    })
  },

  'courriel.listerAdresses': async ({ db, resources }) => {
    const modeles = await listModeles(db, resources)
    const adresses = await listAdresses(db)
    const termes = [...(await readSignataires(db)).values()].filter(({ actif }) => actif === 1)
    return {
      departements: await listDepartementsDesResidences(db),
      signataires: termes
        .toSorted((a, b) => a.ordre - b.ordre)
        .flatMap(({ id, code, libelle, courriel }): AdressesDeSignataire[] => {
          const portees = porteesDe(code, modeles)
          if (portees.every((portee) => portee === 'agent')) return []
          const siennes = adresses.filter(({ signataireId }) => signataireId === id)
          const parDepartement = Object.fromEntries(siennes.map(({ departement, courriel }) => [departement, courriel]))
          return [
            {
              ...{ signataireId: id, libelle, courriel },
              parDepartement: portees.includes('departement') ? parDepartement : null,
            },
          ]
        }),
    }
  },

  'courriel.definirAdresse': async ({ db, newId }, adresse) => {
    await db.transaction().execute((db) => writeAdresse(db, { ...adresse, id: newId() }))
    return null
  },

  'courriel.modifierTexte': async ({ db, newId }, { genre, objet, corps }) => {
    refuserChampsInconnus(genre, { objet, corps })
    await db.transaction().execute((db) => writeTexteCourriel(db, { id: newId(), genre, objet, corps }))
    return null
  },

  'courriel.retablirTexte': async ({ db }, { genre }) => {
    await deleteTexteCourriel(db, genre)
    return null
  },

  'courriel.preparer': async (context, { anneeId, genre, ids, code, jetonDossier, remplacer }) => {
    const { db, resources, files, today, now, newId } = context
    const rapports = new Map((await listRapports(db, anneeId)).map((rapport) => [rapport.lettreId, rapport]))
    const sujets: Sujet[] = (await choisirDossiers(db, { anneeId, ...(ids && { ids }) })).map((dossier) => ({
      dossier,
      rapport: rapports.get(dossier.lettre.id) ?? null,
    }))
    const gardes = sujets.filter((sujet) =>
      ids === undefined ? estConcernee(genre, sujet, today()) : raisonDeLaisser(genre, sujet) === null,
    )
    const cadre = await readCadre(db, resources)
    const courriels = composerCourriels(gardes, cadre, {
      ...{ genre, anneeId, code, aujourdhui: today() },
      texte: (await findTexteCourriel(db, genre)) ?? textesOrigine[genre],
      impression: new Impression(context, cadre, anneeId),
      signataires: await readSignataires(db),
      adresses: await readAdresses(db, {
        agentIds: gardes.map(({ dossier }) => dossier.lettre.agentId),
        uais: gardes.flatMap(({ dossier }) => dossier.residence?.uai ?? []),
      }),
    })
    if (courriels.length === 0)
      throw new AppError(
        'notFound',
        `« ${libellesGenreCourriel[genre]} » : personne à qui écrire pour ${anneeId}. Rien n’a été écrit.`,
      )
    const noms = nomsDistincts(courriels.map(({ nomFichier }) => nomFichier))
    const produire = async ({ destinataire, objet, corps, pieces }: Courriel): Promise<Uint8Array> =>
      ecrireEml({
        ...{ objet, corps, le: now(), cle: newId() },
        de: expediteur(cadre.academie),
        a: destinataire.adresse === null ? [] : [{ nom: destinataire.nom, adresse: destinataire.adresse }],
        pieces: await pieces(),
      })
    const chemins = await ecrireEnLot(
      context,
      { dossier: files.resolve(jetonDossier), remplacer },
      courriels.map((message, rang) => ({ nom: noms[rang] ?? '', produire: () => produire(message) })),
      courriel,
    )
    return {
      fichiers: chemins.map((chemin) => ({ jeton: files.grant(chemin).jeton, nom: basename(chemin) })),
      sansAdresse: courriels.flatMap(({ destinataire: { nom, raison } }) =>
        raison === null ? [] : [{ destinataire: nom, raison }],
      ),
      sansDate: sansDate(courriels.flatMap(({ lettres }) => lettres)),
      laissees:
        ids === undefined
          ? []
          : sujets.flatMap((sujet) => {
              const raison = raisonDeLaisser(genre, sujet)
              return raison === null
                ? []
                : [{ id: sujet.dossier.lettre.id, agent: nomAffiche(sujet.dossier.agent), raison }]
            }),
    }
  },
} satisfies HandlersOf<typeof courrielContract>

/** How far a signatory of the list reaches, in every model of letter. */
function porteesDe(code: string, modeles: readonly ModeleLu[]): Portee[] {
  const regles = modeles.flatMap(({ contenu }) => contenu.signataires.filter((regle) => regle.code === code))
  return regles.length === 0 ? [porteeDeRegle(undefined)] : regles.map(porteeDeRegle)
}
