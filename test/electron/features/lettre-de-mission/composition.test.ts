import { describe, expect, it } from 'vitest'
import type { Bloc, PartieDecrite } from '../../../../electron/documents/html-description'
import {
  composerLettre,
  assembler,
  nomsFichiers,
} from '../../../../electron/features/lettre-de-mission/lettre-de-mission.documents'
import type { DossierLettre } from '../../../../shared/domain/lettre-de-mission/dossier'
import type { BlocModele } from '../../../../shared/domain/modele-lettre/modele-lettre'
import { cadreExemple, dossierExemple, etablissementsExemple } from '../../../helpers/lettre'
import { lisible } from '../../../helpers/lisible'

type Exemple = Parameters<typeof dossierExemple>[0]
const lettre = (exemple?: Exemple, academie?: Parameters<typeof cadreExemple>[0]): PartieDecrite =>
  composerLettre(dossierExemple(exemple), cadreExemple(academie))

const aplatir = (blocs: readonly Bloc[]): Bloc[] =>
  blocs.flatMap((bloc) => (bloc.genre === 'groupe' ? aplatir(bloc.blocs) : [bloc]))
const titres = ({ blocs }: PartieDecrite, niveau: 1 | 2 | 3 = 2): string[] =>
  aplatir(blocs).flatMap((bloc) => (bloc.genre === 'titre' && bloc.niveau === niveau ? [lisible(bloc.texte)] : []))
const tableaux = ({ blocs }: PartieDecrite) =>
  aplatir(blocs).flatMap((bloc) => (bloc.genre === 'tableau' ? [bloc] : []))
const enTete = ({ blocs }: PartieDecrite) => {
  const [premier] = blocs
  if (premier?.genre !== 'enTete') throw new Error('a letter begins with its head')
  return premier
}
/** Everything that is written, with ordinary spaces. */
const texte = (partie: PartieDecrite): string => lisible(JSON.stringify(partie.blocs))

describe('en-tête en forme administrative', () => {
  it('dit qui écrit, à qui, sous couvert de qui, où et quand en toutes lettres', () => {
    const { lieuEtDate, attache, destinataire, voieHierarchique, timbre, logo } = enTete(lettre())
    expect(lisible(lieuEtDate)).toBe('Rennes, le 1er septembre 2026')
    expect(attache).toEqual(['La rectrice de l’académie de Rennes'])
    expect(destinataire).toEqual(['Madame Nadège HAMON', 'professeure certifiée, hors classe'])
    expect(voieHierarchique).toEqual([
      's/c du chef d’établissement, Lycée Jean Macé',
      's/c de l’inspecteur d’académie, directeur académique des services de l’éducation nationale',
    ])
    expect(logo).toBeNull()
    expect(timbre.map((ligne) => lisible(ligne.texte))).toEqual([
      'Académie de Rennes',
      'Région académique Bretagne',
      'Délégation de région académique à l’information et à l’orientation',
      'Affaire suivie par : Jeanne Exemple\nTél. : 02 00 00 00 00\nMél. : draio@example.org\nRéf. : DRAIO/MLDS/2026-2027/012',
    ])
  })

  it('laisse le logo dire l’académie quand il y en a un', () => {
    const { logo, timbre } = enTete(
      composerLettre(dossierExemple(), { ...cadreExemple(), logo: 'data:image/png;base64,AA' }),
    )
    expect(logo).toEqual({ source: 'data:image/png;base64,AA', texte: 'Académie de Rennes' })
    expect(timbre.map((ligne) => ligne.texte)).not.toContain('Académie de Rennes')
  })

  it('nomme le signataire dans la voie hiérarchique quand son nom est connu', () => {
    const [, chef] = dossierExemple().signataires
    const { voieHierarchique } = enTete(lettre({ signataires: chef ? [{ ...chef, nom: 'Monsieur Paul MARTIN' }] : [] }))
    expect(voieHierarchique).toEqual(['s/c de Monsieur Paul MARTIN, le chef d’établissement, Lycée Jean Macé'])
  })

  it('n’emploie ni formule d’appel ni formule de politesse', () => {
    expect(texte(lettre())).not.toMatch(/salutations|considération|agréer|Madame,|Monsieur,/u)
  })
})

describe('accord avec la personne', () => {
  it.each([
    [
      'madame',
      'rectrice',
      'Madame Nadège HAMON',
      'Vous êtes affectée en qualité de coordonnatrice MLDS',
      'de la rectrice de l’académie',
    ],
    [
      'monsieur',
      'recteur',
      'Monsieur Nadège HAMON',
      'Vous êtes affecté en qualité de coordonnateur MLDS',
      'du recteur de l’académie',
    ],
    [
      null,
      'recteur',
      'Nadège HAMON',
      'Vous êtes affecté(e) en qualité de coordonnateur/coordonnatrice MLDS',
      'du recteur de l’académie',
    ],
  ] as const)('civilité %s, %s', (civilite, titreAutorite, destinataire, affectation, autorite) => {
    const partie = lettre({ agent: { civilite } }, { titreAutorite })
    expect(enTete(partie).destinataire[0]).toBe(destinataire)
    expect(texte(partie)).toContain(affectation)
    expect(texte(partie)).toContain(autorite)
  })

  it('élide devant une voyelle', () => {
    const role = {
      code: 'ECMLDS',
      libelle: 'enseignant coordonnateur MLDS',
      libelleFeminin: 'enseignante coordonnatrice MLDS',
      abrege: null,
    }
    expect(texte(lettre({ role }))).toContain('en qualité d’enseignante coordonnatrice MLDS')
  })
})

describe('ce qui manque disparaît', () => {
  const complet = [
    '1. Cadre et positionnement',
    '2. Missions',
    '3. Objectifs de l’année',
    '4. Instances et réunions',
    '5. Moyens et conditions d’exercice',
    '6. Suivi, remontées et bilan',
    '7. Durée et révision',
  ]

  it('numérote les rubriques d’une lettre complète', () => {
    expect(titres(lettre())).toEqual(complet)
    expect(titres(lettre(), 3).slice(0, 6)).toEqual([
      '1.1 Affectation',
      '1.2 Autorités',
      '1.3 Périmètre',
      '1.4 Service',
      '2.1 Prévention',
      '2.2 Intervention',
    ])
  })

  it('renumérote sans objectifs, avec une part FSE', () => {
    const fse: DossierLettre['fse'] = [
      {
        id: 'f',
        lettreId: 'lettre',
        operationId: 'o',
        pourcentage: 40,
        debutLe: '2026-09-01',
        finLe: '2027-06-30',
        missions: '- accueil\n- suivi',
        accepteeLe: null,
        numero: '202403127',
        intitule: 'Persévérance',
        programme: 'FSE+ 2021-2027',
        operationDebutLe: '2026-01-01',
        operationFinLe: '2028-12-31',
        operationEtat: 'enCours',
        operationAgents: [],
      },
    ]
    const partie = lettre({ objectifs: [], fse, lettre: { observations: 'Signature : « ? ».' } })
    expect(titres(partie)).toEqual([
      '1. Cadre et positionnement',
      '2. Missions',
      '3. Affectation à une opération cofinancée par le Fonds social européen',
      '4. Instances et réunions',
      '5. Moyens et conditions d’exercice',
      '6. Suivi, remontées et bilan',
      '7. Durée et révision',
    ])
    expect(texte(partie)).toContain(
      'Au titre de l’opération n° 202403127 « Persévérance » (FSE+ 2021-2027), vous consacrez à cette opération un temps fixe de 40 % de votre temps de travail chaque mois, du 1er septembre 2026 au 30 juin 2027 (à titre indicatif, 561 h 36 par an). La présente lettre est soumise à l’acceptation du service gestionnaire de l’opération.',
    )
    expect(texte(partie)).toContain(
      'Le reste de votre temps de travail, soit 60 %, est consacré à vos autres missions.',
    )
    expect(aplatir(partie.blocs)).toContainEqual({ genre: 'embleme', texte: 'Cofinancé par l’Union européenne' })
    const sans = lettre({ fse }, { mentionEurope: '' })
    expect(aplatir(sans.blocs).some(({ genre }) => genre === 'embleme')).toBe(false)
    // Notes of work stay in the register.
    expect(texte(partie)).not.toContain('Signature :')
  })

  it('dit d’une part FSE son acceptation et ce qu’une autre lettre donne à une autre opération', () => {
    const part: DossierLettre['fse'][number] = {
      ...{ id: 'f', lettreId: 'lettre', operationId: 'o', numero: '1', intitule: 'Une', programme: '' },
      ...{ pourcentage: 40, debutLe: '2026-09-01', finLe: '2027-08-31', missions: 'Accueil', accepteeLe: '2026-08-20' },
      ...{
        operationDebutLe: '2026-01-01',
        operationFinLe: '2028-12-31',
        operationEtat: 'enCours',
        operationAgents: [],
      },
    }
    const autre = { operationId: 'p', numero: '2', intitule: 'Deux', pourcentage: 20 }
    const autresFse = [
      { ...autre, debutLe: '2027-01-01', finLe: '2027-06-30' },
      { ...autre, debutLe: '2025-09-01', finLe: '2026-08-31' },
    ]
    const imprime = texte(lettre({ fse: [part], autresFse }))
    expect(imprime).toContain('a été acceptée par le service gestionnaire de l’opération le 20 août 2026.')
    expect(imprime.split('Une autre lettre consacre 20 % de votre temps de travail')).toHaveLength(2)
    expect(imprime).toContain('soit 40 %, est consacré à vos autres missions.')
  })

  it('n’imprime aucun trou quand presque tout manque', () => {
    const partie = lettre(
      {
        agent: { civilite: null, corps: null, statut: null },
        lettre: { etablieLe: null, reference: '', residenceId: null },
        residence: null,
        reseaux: [],
        visas: [],
        etablissements: [],
        domaines: [],
        objectifs: [],
        signataires: [],
      },
      { region: '', adresse: '', ville: '', telephone: '', courriel: '', affaireSuiviePar: '' },
    )
    expect(texte(partie)).not.toMatch(/ null|undefined|\{\p{L}+\}|Résidence administrative :|Réseaux :|Réf\.|Tél\./u)
    expect(enTete(partie)).toMatchObject({ lieuEtDate: '', destinataire: ['Nadège HAMON'], voieHierarchique: [] })
    expect(titres(partie, 3).slice(0, 3)).toEqual(['1.1 Affectation', '1.2 Autorités', '1.3 Service'])
  })

  it('ne montre pas les heures masquées, ni celles que personne n’a réparties', () => {
    const heures = (exemple: Exemple): boolean =>
      tableaux(lettre(exemple)).some(({ legende }) => legende.startsWith('Répartition'))
    expect(heures({})).toBe(true)
    expect(heures({ lettre: { heuresMasquees: 1 } })).toBe(false)
    expect(heures({ domaines: dossierExemple().domaines.map((domaine) => ({ ...domaine, heures: 0 })) })).toBe(false)
  })

  it('omet les colonnes que rien ne remplit', () => {
    const etablissements = etablissementsExemple(2).map((ligne) => ({ ...ligne, volume: null, gpds: 0 as const }))
    expect(tableaux(lettre({ etablissements }))[0]?.colonnes.map(({ titre }) => titre)).toEqual([
      'UAI',
      'Établissement',
      'Commune',
      'Nature',
    ])
  })

  it('ajoute le contrat d’une contractuelle seulement', () => {
    const statut = {
      code: 'CDD',
      libelle: 'contractuel en CDD',
      libelleFeminin: 'contractuelle en CDD',
      abrege: 'CDD',
      categorie: 'contractuelCdd',
    }
    expect(texte(lettre({ agent: { statut, contratFinLe: '2027-08-31' } }))).toContain(
      'Vous exercez comme contractuelle en CDD ; votre contrat prend fin le 31 août 2027.',
    )
    expect(texte(lettre({ agent: { contratFinLe: '2027-08-31' } }))).not.toContain('votre contrat')
  })
})

const long = (n: number): BlocModele => ({ genre: 'paragraphe', texte: `${String(n)} | ${'mot '.repeat(125)}` })
const court = (n: number): BlocModele => ({ genre: 'paragraphe', texte: `${String(n)} | mot` })

describe('contenu', () => {
  it('répartit les heures en une ligne, avec leur total', () => {
    const [, heures] = tableaux(lettre())
    expect(heures?.colonnes.map(({ titre }) => titre)).toEqual([
      ...['Domaine', 'Prévention', 'Intervention', 'Remédiation', 'Total'],
    ])
    expect(heures?.colonnes.map(({ aDroite = false }) => aDroite)).toEqual([false, true, true, true, true])
    expect(heures?.lignes.map((ligne) => ligne.map((cellule) => lisible(cellule)))).toEqual([
      ['Heures', '350 h', '520 h', '534 h', '1 404 h'],
    ])
  })

  it('met 150 établissements en annexe et le dit', () => {
    const partie = lettre({ etablissements: etablissementsExemple(150) })
    expect(texte(partie)).toContain('Vous intervenez dans 150 établissements, dont la liste est en annexe.')
    expect(partie.blocs.at(-2)).toMatchObject({ genre: 'titre', texte: 'Annexe. Établissements d’intervention' })
    expect(partie.blocs.at(-1)).toMatchObject({ genre: 'tableau', lignes: { length: 150 } })
  })

  const fin = (partie: PartieDecrite): readonly Bloc[] => {
    const groupe = partie.blocs.findLast((bloc) => bloc.genre === 'groupe')
    return groupe?.genre === 'groupe' ? groupe.blocs : []
  }

  it('garde la dernière rubrique entière avec les signatures, dans l’ordre du circuit, et les copies', () => {
    const blocs = fin(lettre())
    expect(blocs.map(({ genre }) => genre)).toEqual(['titre', 'paragraphe', 'paragraphe', 'signatures', 'paragraphe'])
    expect(blocs[0]).toMatchObject({ texte: '7. Durée et révision' })
    expect(blocs[3]).toMatchObject({
      genre: 'signatures',
      cases: [
        { qualite: 'L’intéressée', nom: 'Nadège HAMON', mention: 'Lu et pris connaissance le' },
        { qualite: 'Le chef d’établissement', mention: '' },
        {},
        {},
        { qualite: 'Pour la rectrice et par délégation' },
      ],
    })
  })

  it.each<[string, BlocModele[], string[]]>([
    ['longue : ses deux dernières phrases', Array.from({ length: 9 }, (_, n) => long(n)), ['7', '8']],
    ['d’une phrase : elle et son titre', [long(0)], ['1. Fin', '0']],
    ['de phrases courtes : autant que la demi-page', [court(0), ...[1, 2, 3].map(long), court(4)], ['2', '3', '4']],
  ])('d’une dernière rubrique %s restent avec les signatures', (_cas, blocs, attendus) => {
    const [modele] = cadreExemple().modeles
    if (!modele) throw new Error('no shipped model')
    const contenu = {
      ...modele.contenu,
      blocs: [{ genre: 'rubrique' as const, texte: 'Fin' }, ...blocs],
      copies: '',
    }
    const partie = composerLettre(dossierExemple(), { ...cadreExemple(), modeles: [{ ...modele, contenu }] })
    const textes = fin(partie).flatMap((bloc) => ('texte' in bloc ? [bloc.texte.split(' |')[0]] : []))
    expect(textes).toEqual(attendus)
    expect(fin(partie).at(-1)?.genre).toBe('signatures')
  })

  it('imprime le texte propre à la lettre à la place de celui du modèle, en puces si les lignes commencent par un tiret', () => {
    const partie = lettre({
      lettre: { instances: '- comité de pilotage\n- GPDS du lycée', moyens: 'Un bureau au CIO.' },
    })
    expect(texte(partie)).toContain('"items":["comité de pilotage","GPDS du lycée"]')
    expect(texte(partie)).toContain('Un bureau au CIO.')
    expect(texte(partie)).not.toContain('Vous disposez d’un bureau')
  })

  it('écrit la typographie française des textes saisis au clavier', () => {
    const [bloc] = aplatir(lettre({ lettre: { instances: 'Aujourd\'hui : 1 404 h, 50 % ; "voir"' } }).blocs).filter(
      (autre) => autre.genre === 'paragraphe' && autre.texte.startsWith('Aujourd'),
    )
    expect(bloc).toMatchObject({ texte: 'Aujourd’hui\u00A0: 1\u202F404\u00A0h, 50\u00A0%\u202F; «\u00A0voir\u00A0»' })
  })

  it('suit le modèle du formateur', () => {
    const partie = lettre({ lettre: { modele: 'formateur' } })
    expect(titres(partie)).toEqual([
      '1. Cadre',
      '2. Établissements d’intervention',
      '3. Missions',
      '4. Service',
      '5. Objectifs et indicateurs',
      '6. Instances et réunions',
      '7. Moyens et formation',
      '8. Remontées et bilan',
      '9. Durée et révision',
    ])
    expect(titres(partie, 3)).toEqual(['3.1 Prévention', '3.2 Intervention', '3.3 Remédiation'])
  })
})

describe('document et fichiers', () => {
  it('nomme le document d’après la personne, ou d’après l’année', () => {
    const composer = (...dossiers: ReturnType<typeof dossierExemple>[]) =>
      assembler(
        dossiers,
        dossiers.map((dossier) => composerLettre(dossier, cadreExemple())),
        '2026-2027',
      )
    expect(composer(dossierExemple()).titre).toBe('Lettre de mission 2026-2027 – HAMON Nadège')
    const deux = composer(dossierExemple(), dossierExemple({ agent: { nom: 'Œuvrard', prenom: 'Maëlle' } }))
    expect(deux.titre).toBe('Lettres de mission 2026-2027')
    expect(deux.parties.map(({ titre, pied }) => [titre, pied])).toEqual([
      [
        'HAMON Nadège – coordonnatrice MLDS',
        {
          sujet: 'HAMON Nadège',
          mention: 'lettre de mission 2026-2027',
          premierePage: '96 rue d’Antrain – 35000 Rennes',
        },
      ],
      [
        'ŒUVRARD Maëlle – coordonnatrice MLDS',
        {
          sujet: 'ŒUVRARD Maëlle',
          mention: 'lettre de mission 2026-2027',
          premierePage: '96 rue d’Antrain – 35000 Rennes',
        },
      ],
    ])
  })

  it('distingue les homonymes, même par la seule casse', () => {
    const dossiers = [
      dossierExemple(),
      dossierExemple({ agent: { prenom: 'nadège' } }),
      dossierExemple({ agent: { civilite: null } }),
    ]
    expect(nomsFichiers(dossiers, 'docx')[1]).toBe(
      'HAMON Nadège - Lettre de mission 2026-2027 - coordonnatrice MLDS (2).docx',
    )
    expect(nomsFichiers(dossiers, 'pdf')).toEqual([
      'HAMON Nadège - Lettre de mission 2026-2027 - coordonnatrice MLDS.pdf',
      'HAMON Nadège - Lettre de mission 2026-2027 - coordonnatrice MLDS (2).pdf',
      'HAMON Nadège - Lettre de mission 2026-2027 - coordonnateur-coordonnatrice MLDS.pdf',
    ])
  })

  it('borne le nom de fichier d’un nom de 80 caractères', () => {
    const [nom = ''] = nomsFichiers(
      [dossierExemple({ agent: { nom: 'de La Tour d’Auvergne '.repeat(4).trim() } })],
      'docx',
    )
    expect(nom.length).toBeLessThanOrEqual(120)
    expect(nom).toContain('Lettre de mission 2026-2027')
  })
})
