import type { CircuitAffiche, circuitContract } from '../../../shared/domain/circuit/circuit.contract'
import { typeCio } from '../../../shared/domain/circuit/circuit'
import { refuserCircuit } from '../../../shared/domain/circuit/regles'
import type { ModeleLu } from '../../../shared/domain/modele-lettre/modele-lettre'
import type { Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import { listModeles } from '../../lettres/modeles'
import type { HandlersOf } from '../../register/handler'
import { type CircuitLu, listCircuits, listDepartementsDesResidences, replaceCircuit } from './circuit.queries'
import { listTermesActifs } from './creation.queries'

export const circuitHandlers = {
  'circuit.lister': async ({ db, resources }) => {
    const termes = (await listTermesActifs(db)).filter(({ liste }) => liste === 'signataire')
    const modeles = await listModeles(db, resources)
    const propres = await listCircuits(db)
    return {
      circuits: modeles.flatMap((modele) => circuitsDe(modele, propres, termes)),
      modeles: modeles.map(({ code, libelle }) => ({ code, libelle })),
      departements: await listDepartementsDesResidences(db),
    }
  },

  'circuit.definir': async ({ db, newId }, { modele, departement, signataires }) => {
    if (signataires.length > 0) refuserCircuit(signataires)
    await db.transaction().execute((db) => replaceCircuit(db, { modele, departement }, signataires, newId))
    return null
  },
} satisfies HandlersOf<typeof circuitContract>

/** The circuit of a model, the académie's or its own, then those of the départements that do otherwise. */
function circuitsDe(
  { code: modele, libelle: modeleLibelle, contenu }: ModeleLu,
  propres: readonly CircuitLu[],
  termes: readonly Vocabulaire[],
): CircuitAffiche[] {
  const libelle = (id: string): string => termes.find((terme) => terme.id === id)?.libelle ?? 'Signataire retiré'
  const siens = propres
    .filter((circuit) => circuit.modele === modele)
    .map(({ departement, signataires }): CircuitAffiche => ({
      ...{ modele, modeleLibelle, departement, propre: true },
      signataires: signataires.map(({ signataireId, nom, residence }) => ({
        ...{ signataireId, nom, residence },
        libelle: libelle(signataireId),
      })),
    }))
    .sort((a, b) => (a.departement < b.departement ? -1 : 1))
  if (siens.some(({ departement }) => departement === '')) return siens
  const signataires = signatairesDuModele(contenu.signataires, termes)
  return [{ modele, modeleLibelle, departement: '', propre: false, signataires }, ...siens]
}

/** What the model of letter says, as long as the académie has set nothing. */
function signatairesDuModele(
  regles: ModeleLu['contenu']['signataires'],
  termes: readonly Vocabulaire[],
): CircuitAffiche['signataires'] {
  return regles.flatMap(({ code, siResidence, saufResidence }) => {
    const terme = termes.find((candidat) => candidat.code === code)
    if (!terme) return []
    const residence =
      siResidence?.includes(typeCio) === true ? 'cio' : saufResidence?.includes(typeCio) === true ? 'horsCio' : 'toutes'
    return [{ signataireId: terme.id, libelle: terme.libelle, nom: '', residence }]
  })
}
