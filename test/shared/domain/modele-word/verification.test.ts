import { describe, expect, it } from 'vitest'
import { type UsageDeChamp, verifierUsages } from '../../../../shared/domain/modele-word/verification'
import { lisible } from '../../../helpers/lisible'

const champ = (code: string, ...autour: string[]): UsageDeChamp => ({ genre: 'champ', code, autour })
const section = (code: string, ...autour: string[]): UsageDeChamp => ({ genre: 'section', code, autour })
const erreurs = (...usages: UsageDeChamp[]): string[] =>
  verifierUsages(usages, []).erreurs.map((phrase) => lisible(phrase))

describe('contrôler un modèle Word', () => {
  it.each([
    ['un champ', champ('nom')],
    ['un champ que Word a pourvu d’une majuscule', champ('Nom')],
    ['un accord', champ('affecté|affectée')],
    ['une condition', section('contractuel')],
    ['un champ comme condition', section('contratFin')],
    ['une boucle', section('etablissements')],
    ['un champ dans sa boucle', champ('etablissementNom', 'contractuel', 'etablissements')],
    ['un champ de boucle comme condition', section('volume', 'etablissements')],
    ['une boucle dans celle qui la contient', section('activites', 'domaines')],
    ['un champ de la boucle extérieure', champ('domaine', 'domaines', 'activites')],
    ['l’aide', section('aide')],
  ])('accepte %s', (_cas, usage) => {
    expect(erreurs(usage)).toEqual([])
  })

  it.each([
    ['un champ inconnu', champ('nomm'), '{nomm} n’est pas un champ connu. Vouliez-vous dire {nom} ?'],
    ['un champ que rien n’approche', champ('xyz'), '{xyz} n’est pas un champ connu.'],
    [
      'une condition inconnue',
      section('contratuel'),
      '{#contratuel} n’est ni une boucle ni une condition connue. Vouliez-vous dire {#contractuel} ?',
    ],
    ['des accolades vides', champ(''), 'Une accolade ouverte et fermée ne contient rien : {}.'],
    [
      'un champ hors de sa boucle',
      champ('etablissementNom'),
      '{etablissementNom} ne se remplit qu’entre {#etablissements} et {/etablissements}.',
    ],
    [
      'une condition écrite comme un champ',
      champ('contractuel'),
      '{contractuel} ouvre un passage : écrivez {#contractuel} … {/contractuel}.',
    ],
    [
      'une boucle dans elle-même',
      section('etablissements', 'etablissements'),
      '{#etablissements} ne peut pas tourner dans {#etablissements}.',
    ],
    ['un accord à trois formes', champ('a|b|c'), '{a|b|c} n’est pas un champ connu.'],
  ])('refuse %s', (_cas, usage, phrase) => {
    expect(erreurs(usage)).toEqual([phrase])
  })

  it('refuse un document sans un seul champ', () => {
    expect(erreurs()).toEqual([
      'Ce document ne contient aucun champ entre accolades : toutes les lettres seraient les mêmes. Partez du document de départ.',
    ])
  })

  it('dit une fois ce qui se répète, après les fautes du document', () => {
    expect(verifierUsages([champ('xyz'), champ('xyz')], ['Une faute.']).erreurs).toEqual([
      'Une faute.',
      '{xyz} n’est pas un champ connu.',
    ])
  })

  it('compte ce qui est employé et range par groupe ce qui ne l’est pas', () => {
    const { employes, inutilises } = verifierUsages([champ('nom'), champ('Nom'), section('visas'), champ('xyz')], [])
    expect(employes).toBe(2)
    const agent = inutilises.find(({ groupe }) => groupe === 'L’agent')
    expect(agent?.champs.map(({ code }) => code)).not.toContain('nom')
    expect(agent?.champs).toContainEqual({ code: 'prenom', libelle: 'Prénom' })
    const boucles = inutilises.find(({ groupe }) => groupe === 'Les boucles')?.champs.map(({ code }) => code)
    expect(boucles).toContain('#etablissements')
    expect(boucles).not.toContain('#visas')
  })
})
