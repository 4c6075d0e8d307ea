import type { CircuitAffiche, circuitContract } from '../../../shared/domain/circuit/circuit.contract'
import { typeCio } from '../../../shared/domain/circuit/circuit'
import { refuserCircuit } from '../../../shared/domain/circuit/regles'
import { modelesLettre, type ModeleLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import type { Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import type { HandlersOf } from '../../register/handler'
import { listCircuits, listDepartementsDesResidences, replaceCircuit } from './circuit.queries'
import { listTermesActifs } from './creation.queries'
import { type ModeleRedige, readModeles } from './modele'

export const circuitHandlers = {
  'circuit.lister': async ({ db, resources }) => {
    const termes = (await listTermesActifs(db)).filter(({ liste }) => liste === 'signataire')
    const modeles = readModeles(resources)
    const propres = await listCircuits(db)
    const libelle = (id: string): string => termes.find((terme) => terme.id === id)?.libelle ?? 'Signataire retiré'
    const affiches = propres.map(({ modele, departement, signataires }): CircuitAffiche => ({
      modele,
      departement,
      propre: true,
      signataires: signataires.map(({ signataireId, nom, residence }) => ({
        ...{ signataireId, nom, residence },
        libelle: libelle(signataireId),
      })),
    }))
    const duModele = modelesLettre
      .filter((modele) => !propres.some((circuit) => circuit.modele === modele && circuit.departement === ''))
      .map((modele) => circuitDuModele(modele, modeles[modele], termes))
    return {
      circuits: [...duModele, ...affiches].sort((a, b) =>
        a.modele === b.modele ? (a.departement < b.departement ? -1 : 1) : a.modele < b.modele ? -1 : 1,
      ),
      departements: await listDepartementsDesResidences(db),
    }
  },

  'circuit.definir': async ({ db, newId }, { modele, departement, signataires }) => {
    if (signataires.length > 0) refuserCircuit(signataires)
    await db.transaction().execute((db) => replaceCircuit(db, { modele, departement }, signataires, newId))
    return null
  },
} satisfies HandlersOf<typeof circuitContract>

/** What the model of letter says, as long as the académie has set nothing. */
function circuitDuModele(
  modele: ModeleLettre,
  { signataires }: ModeleRedige,
  termes: readonly Vocabulaire[],
): CircuitAffiche {
  return {
    modele,
    departement: '',
    propre: false,
    signataires: signataires.flatMap(({ code, siResidence, saufResidence }) => {
      const terme = termes.find((candidat) => candidat.code === code)
      if (!terme) return []
      const residence =
        siResidence?.includes(typeCio) === true
          ? 'cio'
          : saufResidence?.includes(typeCio) === true
            ? 'horsCio'
            : 'toutes'
      return [{ signataireId: terme.id, libelle: terme.libelle, nom: '', residence }]
    }),
  }
}
