import { describe, expect, it } from 'vitest'
import { bouclesDisponibles, catalogue, champsDisponibles } from '../../../../shared/domain/modele-lettre/catalogue'
import { type TextesParDefaut, type TourDeBoucle, valeursLettre } from '../../../../shared/domain/modele-lettre/valeurs'
import type { DossierLettre } from '../../../../shared/domain/lettre-de-mission/dossier'
import { academieExemple, dossierExemple, etablissementsExemple } from '../../../helpers/lettre'
import { lisible } from '../../../helpers/lisible'

const textes: TextesParDefaut = {
  instances: 'Instances du modèle.',
  moyens: 'Moyens du modèle.',
  suivi: 'Suivi du modèle.',
  activites: { PREVENTION: ['prévenir ;', 'informer.'] },
  mentionAgent: 'Lu et pris connaissance le',
  signataires: [
    { code: 'AGENT', agent: true },
    { code: 'CHEF', voieHierarchique: true, residence: true },
  ],
}
type Exemple = Parameters<typeof dossierExemple>[0]
const valeurs = (exemple?: Exemple, academie: Partial<typeof academieExemple> = {}) =>
  valeursLettre(dossierExemple(exemple), { ...academieExemple, ...academie }, textes)

const fse = {
  ...{ id: 'f', lettreId: 'lettre', operationId: 'o', numero: '2024', intitule: 'Persévérance', programme: 'FSE+' },
  ...{ pourcentage: 40, debutLe: '2026-09-01', finLe: '2027-06-30', missions: 'Accueil', accepteeLe: null },
  ...{
    operationDebutLe: '2026-01-01',
    operationFinLe: '2028-12-31',
    operationEtat: 'enCours' as const,
    operationAgents: [],
  },
}

const amende: NonNullable<DossierLettre['amende']> = {
  ...{ lettreId: 'l0', version: 1, nature: 'initiale', numeroAvenant: 0 },
  ...{ etablieLe: '2026-09-01', reference: 'MLDS/012' },
  differences: [
    { champ: 'quotite', libelle: 'Quotité', sens: 'modification', avant: '100 %', apres: '80 %' },
    { champ: 'periode', libelle: 'Période', sens: 'modification', avant: 'du 1er', apres: 'du 2' },
    { champ: 'etablissement', libelle: 'Établissement', sens: 'retrait', avant: 'Collège Y', apres: '' },
    { champ: 'etablissement', libelle: 'Établissement', sens: 'ajout', avant: '', apres: 'Lycée X' },
  ],
}
const avenant: Exemple = { lettre: { nature: 'avenant', numeroAvenant: 2 }, amende }

describe('catalogue des champs', () => {
  const codes = [...catalogue.champs, ...catalogue.boucles.flatMap(({ champs }) => champs)].map(({ code }) => code)

  it('ne donne jamais le même code à deux choses qu’une phrase peut nommer', () => {
    const conditions = catalogue.conditions.map(({ code }) => code)
    expect(new Set([...codes, ...conditions]).size).toBe(codes.length + conditions.length)
  })

  it('donne une valeur à chaque champ, condition et boucle, et à rien d’autre', () => {
    const { champs, conditions, boucles } = valeurs({ fse: [fse], autresFse: [fse], ...avenant })
    const triees = (liste: readonly string[]) => [...liste].sort()
    expect(triees(Object.keys(champs))).toEqual(triees(catalogue.champs.map(({ code }) => code)))
    expect(triees(Object.keys(conditions))).toEqual(triees(catalogue.conditions.map(({ code }) => code)))
    for (const { code, champs: internes } of catalogue.boucles) {
      expect(Object.keys(boucles[code][0]?.champs ?? {})).toEqual(internes.map(({ code }) => code))
    }
  })

  it('propose dans une boucle ses champs d’abord, et les seules boucles qu’elle contient', () => {
    expect(
      champsDisponibles(['domaines', 'activites'])
        .slice(0, 2)
        .map(({ code }) => code),
    ).toEqual(['activite', 'activiteDomaine'])
    expect(bouclesDisponibles(['domaines']).map(({ code }) => code)).toEqual(['activites'])
    expect(bouclesDisponibles(['etablissements'])).toEqual([])
    expect(bouclesDisponibles([])).toHaveLength(catalogue.boucles.length)
  })
})

describe('valeurs d’une lettre', () => {
  it('écrit tout ce qui ne dépend que de la lettre', () => {
    const { champs } = valeurs()
    expect(Object.fromEntries(Object.entries(champs).map(([code, valeur]) => [code, lisible(valeur)]))).toMatchObject({
      civilite: 'Madame',
      prenomNom: 'Nadège HAMON',
      corps: 'professeure certifiée',
      deRole: 'de coordonnatrice MLDS',
      debut: '1er septembre 2026',
      quotite: '100 %',
      heuresDues: '1 404 h par an',
      residence: 'Lycée Jean Macé, Rennes (0350001A)',
      nombreEtablissements: '4 établissements',
      domaines: 'Prévention, Intervention et Remédiation',
      lieuEtDate: 'Rennes, le 1er septembre 2026',
      texte: 'Lettre de mission',
      instances: 'Instances du modèle.',
      autorite: 'de la rectrice',
      autoriteDestinataire: 'à la rectrice',
      adresse: '96 rue d’Antrain – 35000 Rennes',
      statutContractuel: '',
      contratFin: '',
    })
  })

  it.each([
    ['madame', 'Madame', 'coordonnatrice MLDS', 'professeure certifiée'],
    ['monsieur', 'Monsieur', 'coordonnateur MLDS', 'professeur certifié'],
    [null, 'Madame, Monsieur', 'coordonnateur/coordonnatrice MLDS', 'professeur/professeure certifié/certifiée'],
  ] as const)('accorde avec la civilité %s', (civilite, ecrite, role, corps) => {
    const { champs } = valeurs({ agent: { civilite } })
    expect([champs.civilite, champs.role]).toEqual([ecrite, role])
    if (civilite !== null) expect(champs.corps).toBe(corps)
  })

  it.each([
    ['le recteur', 'recteur', ['du recteur', 'le recteur', 'Le recteur', 'au recteur']],
    ['la rectrice', 'rectrice', ['de la rectrice', 'la rectrice', 'La rectrice', 'à la rectrice']],
  ] as const)('nomme %s dans toutes ses formes', (_titre, titreAutorite, formes) => {
    const { autorite, autoriteSujet, autoriteEnTete, autoriteDestinataire } = valeurs({}, { titreAutorite }).champs
    expect([autorite, autoriteSujet, autoriteEnTete, autoriteDestinataire]).toEqual(formes)
  })

  it.each([
    ['de La Tour d’Auvergne', 'jean-noël', 'Jean-Noël de LA TOUR D’AUVERGNE'],
    ['œuvrard', 'MAËLLE', 'Maëlle ŒUVRARD'],
    ['d’Ornano', 'Léa', 'Léa d’ORNANO'],
    ['Le Goff '.repeat(10).trim(), 'Loïc', `Loïc ${'LE GOFF '.repeat(10).trim()}`],
  ])('écrit le nom « %s »', (nom, prenom, ecrit) => {
    expect(valeurs({ agent: { nom, prenom } }).champs.prenomNom).toBe(ecrit)
  })

  it.each<[string, Exemple, Partial<ReturnType<typeof valeurs>['conditions']>]>([
    ['titulaire à temps plein', {}, { contractuel: false, tempsPartiel: false, regimeAnnuel: true, avenant: false }],
    [
      'contractuelle en CDD',
      {
        agent: {
          statut: { code: 'CDD', libelle: 'en CDD', libelleFeminin: null, abrege: null, categorie: 'contractuelCdd' },
        },
      },
      { contractuel: true, contractuelCdd: true, contractuelCdi: false },
    ],
    ['temps partiel', { lettre: { quotite: 80 } }, { tempsPartiel: true }],
    ['sans réseau', { reseaux: [] }, { unReseau: false, plusieursReseaux: false }],
    ['heures masquées', { lettre: { heuresMasquees: 1 } }, { heuresReparties: false }],
    ['opération FSE', { fse: [fse] }, { partFse: true }],
    [
      'un seul établissement',
      { etablissements: etablissementsExemple(1) },
      { plusieursEtablissements: false, unGpds: true },
    ],
    ['avenant', avenant, { avenant: true, remplacement: false, desModifications: true }],
    ['avenant qui ne change rien', { ...avenant, amende: { ...amende, differences: [] } }, { desModifications: false }],
    [
      'lettre de remplacement',
      { lettre: { nature: 'remplacement' }, amende },
      { avenant: false, remplacement: true, desModifications: false },
    ],
  ])('décide des conditions : %s', (_cas, exemple, attendues) => {
    expect(valeurs(exemple).conditions).toMatchObject(attendues)
  })

  it('donne à chaque domaine ses activités, celles de la lettre avant celles du modèle', () => {
    const domaines = dossierExemple().domaines.map((domaine) =>
      domaine.code === 'INTERVENTION' ? { ...domaine, activites: '- accueillir ;\n- suivre.' } : domaine,
    )
    const { boucles } = valeurs({ domaines })
    const activites = (tours: readonly TourDeBoucle[] = []) => tours.map(({ champs }) => champs['activite'])
    expect(boucles.domaines.map((tour) => [tour.champs['domaine'], activites(tour.boucles?.activites)])).toEqual([
      ['Prévention', ['prévenir ;', 'informer.']],
      ['Intervention', ['accueillir ;', 'suivre.']],
      ['Remédiation', []],
    ])
    expect(activites(boucles.activites)).toEqual(['prévenir ;', 'informer.', 'accueillir ;', 'suivre.'])
  })

  it('dit d’un avenant le texte qu’il modifie et chaque point, la dernière phrase finie', () => {
    const { champs, boucles } = valeurs(avenant)
    expect(champs.texteAmende).toBe('la lettre de mission du 1er septembre 2026 (réf. MLDS/012)')
    expect(boucles.modifications.map((tour) => tour.champs)).toMatchObject([
      {
        modification: 'Quotité : 80 % au lieu de 100 % ;',
        modificationObjet: 'Quotité',
        modificationAvant: '100 %',
        modificationApres: '80 %',
      },
      { modification: 'Établissement : retrait de Collège Y ;', modificationApres: '' },
      { modification: 'Établissement : ajout de Lycée X.', modificationAvant: '' },
    ])
    expect(valeurs({ lettre: { nature: 'remplacement' }, amende }).boucles.modifications).toEqual([])
    expect(valeurs().champs.texteAmende).toBe('')
  })

  it('dit où chacun signe : l’agent lit d’abord, les autres non, et la date remplace la mention', () => {
    const signataires = dossierExemple().signataires.map((ligne, rang) =>
      rang === 1 ? { ...ligne, nom: 'Monsieur Paul MARTIN', signeLe: '2026-09-05' } : ligne,
    )
    const tours = valeurs({ signataires: signataires.slice(0, 3) }).boucles.signataires
    expect(tours.map(({ champs }) => [champs['signataireNom'], champs['signataireMention']])).toEqual([
      ['Nadège HAMON', 'Lu et pris connaissance le'],
      ['Monsieur Paul MARTIN', 'Signé le 5 septembre 2026'],
      ['', ''],
    ])
  })

  it('totalise les heures réparties, et ne dit rien quand rien ne l’est', () => {
    expect(lisible(valeurs().champs.heuresTotal)).toBe('1 404 h')
    expect(valeurs({ domaines: [] }).champs.heuresTotal).toBe('')
  })

  it('fait un tour par établissement, même à 150, et laisse vide ce qui n’est pas connu', () => {
    const { boucles } = valeurs({ etablissements: etablissementsExemple(150) })
    expect(boucles.etablissements).toHaveLength(150)
    const sansTout = valeurs({ residence: null, etablissements: [], reseaux: [], lettre: { etablieLe: null } }).champs
    expect([sansTout.residence, sansTout.nombreEtablissements, sansTout.reseaux, sansTout.lieuEtDate]).toEqual(
      Array.from({ length: 4 }, () => ''),
    )
  })
})
