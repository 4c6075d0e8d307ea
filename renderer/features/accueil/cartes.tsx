import { Button, Select } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { IconBuildingBank, IconFolderOpen, IconSparkles } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useId, useState } from 'react'
import { academies } from '../../../shared/academies'
import { creerDemonstration } from '../../../shared/domain/demonstration/demonstration.contract'
import { choisirFichier, choisirSortie } from '../../../shared/domain/fichier/fichier.contract'
import { creerRegistre, ouvrirRegistre } from '../../../shared/domain/registre/registre.contract'
import { cleRecherche, cleTri, correspond } from '../../../shared/text'
import { call } from '../../ipc/call'
import { useCommand, useLong } from '../../ipc/use-operation'
import { LongWork } from '../../ui/progress'
import classes from './accueil.module.css'
import { tenter, type SignaleEchec } from './echec'

interface CarteProps {
  icon: Icon
  title: string
  text: ReactNode
  children: ReactNode
}

function Carte({ icon: Icon, title, text, children }: CarteProps) {
  const id = useId()
  return (
    <li className={classes.choice} aria-labelledby={id}>
      <span className={classes.icon}>
        <Icon size={22} stroke={1.6} aria-hidden />
      </span>
      <h2 id={id} className={classes.choiceTitle}>
        {title}
      </h2>
      <p className={classes.text}>{text}</p>
      {children}
    </li>
  )
}

/** Those in force: Caen and Rouen are kept for old files only. */
const choixAcademies = Object.entries(academies)
  .filter(([, { departements }]) => departements.length > 0)
  .map(([value, { nom }]) => ({ value, label: nom }))
  .sort((a, b) => (cleTri(a.label) < cleTri(b.label) ? -1 : 1))

/** A new register, with the lists and the school years of an académie. */
export function CreerCarte({ onEchec }: { onEchec: SignaleEchec }) {
  const creer = useCommand(creerRegistre)
  const [code, setCode] = useState<string | null>(null)
  const [manque, setManque] = useState(false)
  const create = async (): Promise<void> => {
    const academie = code === null ? undefined : academies[code]
    setManque(!academie)
    if (!academie || code === null) return
    await tenter('Le registre n’a pas été créé.', onEchec, async () => {
      const nomPropose = `Registre MLDS ${academie.nom}.mlds`
      const cible = await call(choisirSortie, { but: 'registre', nomPropose })
      if (cible) await creer.mutateAsync({ jeton: cible.jeton, academieCode: code })
    })
  }
  return (
    <Carte
      icon={IconBuildingBank}
      title="Créer le registre de mon académie"
      text="Un registre neuf, avec les listes usuelles (rôles, régimes de service, visas…) et les années scolaires. Vous importez ensuite vos classeurs."
    >
      <Select
        label="Académie"
        placeholder="Choisir ou taper…"
        className={classes.field ?? ''}
        data={choixAcademies}
        value={code}
        onChange={(value) => {
          setCode(value)
          setManque(false)
        }}
        error={manque ? 'Choisissez votre académie.' : undefined}
        searchable
        filter={({ options, search }) =>
          options.filter((option) => 'label' in option && correspond(cleRecherche(option.label), search))
        }
      />
      <Button onClick={() => void create()} loading={creer.isPending}>
        Créer le registre…
      </Button>
    </Carte>
  )
}

/** A register that exists: a colleague's, a copy, the one of another computer. */
export function OuvrirCarte({ onEchec }: { onEchec: SignaleEchec }) {
  const ouvrir = useCommand(ouvrirRegistre)
  const open = (): Promise<void> =>
    tenter('Le registre n’a pas été ouvert.', onEchec, async () => {
      const fichier = await call(choisirFichier, { but: 'registre' })
      if (fichier) await ouvrir.mutateAsync({ jeton: fichier.jeton })
    })
  return (
    <Carte
      icon={IconFolderOpen}
      title="Ouvrir un registre"
      text="Un fichier .mlds déjà commencé, par vous ou par la personne que vous remplacez. Il est vérifié avant d’être ouvert, et n’est jamais modifié s’il est refusé."
    >
      <Button variant="default" onClick={() => void open()} loading={ouvrir.isPending}>
        Choisir un fichier…
      </Button>
    </Carte>
  )
}

/** A fictional académie, to look around without risk. */
export function DemonstrationCarte({ onEchec }: { onEchec: SignaleEchec }) {
  const creer = useLong(creerDemonstration)
  const create = (): Promise<void> =>
    tenter('La démonstration n’a pas été créée.', onEchec, async () => {
      const cible = await call(choisirSortie, { but: 'demonstration', nomPropose: 'Démonstration MLDS.mlds' })
      if (cible) await creer.run({ jeton: cible.jeton })
    })
  return (
    <Carte
      icon={IconSparkles}
      title="Découvrir avec un exemple"
      text="Une académie fictive complète&nbsp;: agents, établissements, réseaux, deux années de lettres, une opération FSE. À supprimer d’un clic dans les paramètres."
    >
      {creer.running ? (
        <LongWork title="Démonstration" work={creer} />
      ) : (
        <Button variant="default" onClick={() => void create()}>
          Créer la démonstration…
        </Button>
      )}
    </Carte>
  )
}
