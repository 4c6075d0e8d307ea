import { describe, expect, it } from 'vitest'
import { modelePourRole } from '../../../../shared/domain/modele-lettre/choix'
import { controlerChamps } from '../../../../shared/domain/modele-lettre/controle'
import { deroulerModele } from '../../../../shared/domain/modele-lettre/deroulement'
import { type BlocModele, contenuModele, type ModeleLu } from '../../../../shared/domain/modele-lettre/modele-lettre'
import { analyser, ecrireSegments, rediger } from '../../../../shared/domain/modele-lettre/redaction'
import { valeursLettre } from '../../../../shared/domain/modele-lettre/valeurs'
import { fautesDuModele } from '../../../../shared/domain/modele-lettre/verification'
import { academieExemple, cadreExemple, dossierExemple, etablissementsExemple } from '../../../helpers/lettre'
import { lisible } from '../../../helpers/lisible'

const livres = cadreExemple().modeles
const p = (texte: string): BlocModele => ({ genre: 'paragraphe', texte })
const si = (code: string, blocs: BlocModele[], sauf = false): BlocModele => ({ genre: 'condition', code, sauf, blocs })
const pour = (code: string, blocs: BlocModele[]): BlocModele => ({ genre: 'boucle', code, blocs })

type Exemple = Parameters<typeof dossierExemple>[0]
const textes = { instances: '', moyens: '', suivi: '', activites: {}, mentionAgent: '', signataires: [] }
function derouler(blocs: BlocModele[], exemple?: Exemple) {
  const dossier = dossierExemple(exemple)
  return deroulerModele(blocs, valeursLettre(dossier, academieExemple, textes), dossier.agent.civilite)
}

describe('texte d’un modèle', () => {
  it.each([
    'Vous êtes {affecté|affectée} à {residence}.',
    '{role}',
    'Sans champ, avec {une accolade seule',
    '{12} n’est pas un champ, {} non plus',
    '',
  ])('se découpe et se recolle à l’identique : « %s »', (texte) => {
    expect(ecrireSegments(analyser(texte))).toBe(texte)
  })

  it.each([
    ['madame', '{affecté|affectée} {coordonnateur|coordonnatrice}', 'affectée coordonnatrice'],
    ['monsieur', '{affecté|affectée} {coordonnateur|coordonnatrice}', 'affecté coordonnateur'],
    [null, '{affecté|affectée} {coordonnateur|coordonnatrice}', 'affecté(e) coordonnateur/coordonnatrice'],
  ] as const)('s’accorde avec la civilité %s : « %s »', (civilite, texte, ecrit) => {
    expect(rediger(texte, {}, civilite).texte).toBe(ecrit)
  })

  it('n’écrit jamais une phrase dont un champ est vide, et dit lequel', () => {
    expect(rediger('Contrat jusqu’au {contratFin}, {role}.', { contratFin: '', role: 'formateur' }, null)).toEqual({
      texte: null,
      manques: ['contratFin'],
      extrait: 'Contrat jusqu’au …, formateur.',
    })
  })
})

describe('conditions et boucles', () => {
  const contractuel = { code: 'CDD', libelle: 'contractuel', libelleFeminin: 'contractuelle', abrege: null }

  it.each<[string, Exemple, string[]]>([
    ['titulaire', {}, ['sauf']],
    ['contractuelle', { agent: { statut: { ...contractuel, categorie: 'contractuelCdd' } } }, ['si']],
  ])('choisit selon la condition : %s', (_cas, exemple, attendus) => {
    const { morceaux } = derouler([si('contractuel', [p('si')]), si('contractuel', [p('sauf')], true)], exemple)
    expect(morceaux).toEqual(attendus.map((texte) => ({ genre: 'paragraphe', texte })))
  })

  it('prend un champ pour condition : il a une valeur', () => {
    const blocs = [si('residence', [p('avec')]), si('residence', [p('sans')], true)]
    expect(derouler(blocs).morceaux).toEqual([{ genre: 'paragraphe', texte: 'avec' }])
    expect(derouler(blocs, { residence: null }).morceaux).toEqual([{ genre: 'paragraphe', texte: 'sans' }])
  })

  it('fait une seule liste d’une liste répétée, pour 150 établissements', () => {
    const { morceaux, manques } = derouler(
      [pour('etablissements', [{ genre: 'liste', items: ['{etablissementNom} ({etablissementUai}), {volume}'] }])],
      { etablissements: etablissementsExemple(150).map((ligne) => ({ ...ligne, nom: 'Collège d’Œuvre '.repeat(5) })) },
    )
    expect(morceaux).toHaveLength(1)
    expect(morceaux[0]).toMatchObject({ genre: 'liste', items: { length: 150 } })
    expect(manques).toEqual([])
  })

  it('dit une seule fois ce qui manque à toutes les lignes d’une boucle, avec sa rubrique', () => {
    const sansVolume = etablissementsExemple(3).map((ligne) => ({ ...ligne, volume: null }))
    const { morceaux, manques } = derouler(
      [{ genre: 'rubrique', texte: 'Périmètre' }, pour('etablissements', [p('{etablissementNom} : {volume}')])],
      { etablissements: sansVolume },
    )
    expect(morceaux).toEqual([{ genre: 'rubrique', texte: 'Périmètre' }])
    expect(manques).toEqual([{ champ: 'volume', extrait: 'Collège n° 1 : …', rubrique: 'Périmètre' }])
  })

  it('tourne sur les activités de chaque domaine', () => {
    const domaines = dossierExemple().domaines.map((ligne) => ({ ...ligne, activites: `- ${ligne.code} ;` }))
    const { morceaux } = derouler([pour('domaines', [pour('activites', [p('{domaine} : {activite}')])])], { domaines })
    expect(morceaux).toEqual([
      { genre: 'paragraphe', texte: 'Prévention : PREVENTION ;' },
      { genre: 'paragraphe', texte: 'Intervention : INTERVENTION ;' },
      { genre: 'paragraphe', texte: 'Remédiation : REMEDIATION ;' },
    ])
  })
})

describe('vérification d’un modèle', () => {
  it.each<[string, BlocModele[], string[]]>([
    ['un champ inconnu', [p('{truc}')], ['Aucun champ ne s’appelle « truc ».']],
    [
      'un champ hors de sa boucle',
      [p('{cible}')],
      ['Le champ « Cible » ne se remplit que dans une boucle « Pour chaque objectif ».'],
    ],
    ['une condition inconnue', [si('lune', [])], ['Aucune condition ne s’appelle « lune ».']],
    [
      'une boucle mal placée',
      [pour('objectifs', [pour('reseaux', [])])],
      ['La boucle « réseau » ne peut pas tourner à cet endroit.'],
    ],
    [
      'trop de profondeur',
      [si('avenant', [si('avenant', [si('avenant', [si('avenant', [si('avenant', [])])])])])],
      ['Les conditions et les boucles sont trop imbriquées : quatre au plus.'],
    ],
    ['un modèle sain', [pour('objectifs', [si('cible', [p('{objectif} : {cible}')])]), p('{role}')], []],
  ])('dit %s', (_cas, blocs, fautes) => {
    expect(fautesDuModele({ objet: '', blocs })).toEqual(fautes)
  })

  it.each(livres.map(({ code, contenu }) => [code, contenu] as const))('ne trouve rien à « %s »', (_code, contenu) => {
    expect(fautesDuModele(contenu)).toEqual([])
    expect(contenuModele.safeParse(contenu).success).toBe(true)
  })
})

describe('modèle proposé', () => {
  const propre = (code: string, roles: string[]): ModeleLu => ({
    ...(livres[0] as ModeleLu),
    code,
    origine: 'ajoute',
    contenu: { ...(livres[0] as ModeleLu).contenu, propose: { roles, categorie: null } },
  })

  it.each([
    ['COORD_RESEAU', 'coordonnateur', 'coordonnateur'],
    ['COORD_DEP', 'coordonnateur', 'coordonnateurDepartemental'],
    ['ECMLDS', 'coordonnateur', 'ecmlds'],
    ['FORM', 'formateur', 'formateur'],
    ['RDS', 'autre', 'referent'],
    ['AUTRE', 'autre', null],
  ])('le rôle %s (%s) reçoit le modèle %s', (code, categorie, attendu) => {
    expect(modelePourRole({ code, categorie }, livres)).toBe(attendu)
  })

  it('préfère le modèle de l’académie à celui d’origine', () => {
    expect(
      modelePourRole({ code: 'ECMLDS', categorie: 'coordonnateur' }, [...livres, propre('lille', ['ECMLDS'])]),
    ).toBe('lille')
  })
})

describe('champs vides d’une lettre', () => {
  const constats = (exemple: Exemple, blocs?: BlocModele[]) => {
    const [coordonnateur] = livres
    if (!coordonnateur) throw new Error('the models are shipped')
    const contenu = blocs ? { ...coordonnateur.contenu, blocs } : coordonnateur.contenu
    return controlerChamps(dossierExemple(exemple), academieExemple, { ...coordonnateur, contenu }).map(
      ({ message, champ }) => [lisible(message), champ],
    )
  }

  it('ne dit rien d’une lettre complète', () => {
    expect(constats({})).toEqual([])
  })

  it('dit la phrase, la rubrique et où compléter', () => {
    const statut = { code: 'CDD', libelle: 'contractuel', libelleFeminin: 'contractuelle', abrege: null }
    expect(constats({ agent: { statut: { ...statut, categorie: 'contractuelCdd' } } })).toEqual([
      [
        'Le champ « Fin du contrat » est vide : « Vous exercez comme contractuelle ; votre contrat prend fin le …. » (Affectation) n’est pas imprimé ; complétez la fiche de l’agent.',
        'agent',
      ],
    ])
  })

  it('ne dit rien d’une phrase que sa condition écarte, ni d’une lettre signée', () => {
    const blocs = [si('contractuel', [p('{contratFin}')])]
    expect(constats({}, blocs)).toEqual([])
    expect(constats({ residence: null }, [p('{residence}')])).toHaveLength(1)
    expect(constats({ residence: null, lettre: { etat: 'signee' } }, [p('{residence}')])).toEqual([])
  })
})
